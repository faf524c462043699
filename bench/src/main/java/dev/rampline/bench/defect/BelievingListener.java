package dev.rampline.bench.defect;

import dev.rampline.adapter.assembly.Assembly;
import dev.rampline.adapter.assembly.Surroundings;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.Variables;
import dev.rampline.decoding.SocketDecoder;
import dev.rampline.decoding.SocketWord;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.Word;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Takes what the socket says as if it were signed. */
final class BelievingListener extends PassingListener {
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private final SocketDecoder decoder = new SocketDecoder();
  private final Ingest ingest;
  private final InstantSource clock;

  BelievingListener(SocketListener sound, Surroundings surroundings, Map<String, String> settings) {
    super(sound);
    Assembly assembly = new Assembly("subscriber", surroundings);
    IngestSettings shared = IngestSettings.of(new Variables(settings));
    this.ingest = assembly.ingest(shared, assembly.ledger(shared));
    this.clock = surroundings.clock();
  }

  @Override
  public void heard(SocketEvent event) {
    if (!event.arguments().isEmpty()
        && decoder.decode(event.name(), event.arguments().getFirst(), clock.instant())
            instanceof SocketWord.Told told) {
      believe(told.claim());
    }
  }

  private void believe(Claim claim) {
    Observation fact =
        new Observation(
            claim.subject(),
            new Word(claim.state(), null, null, null, null),
            Details.NONE,
            null,
            new Reception(
                claim.channel(), Authenticity.SIGNED, claim.receivedAt(), null, false, null));
    try {
      var _ = ingest.ingest(fact, Deadline.after(BUDGET, clock));
    } catch (LedgerUnavailableException lost) {
      return;
    }
  }
}
