package dev.rampline.simulation.defect;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.decoding.SocketDecoder;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.StatusReport;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Treats socket events as signed. */
final class SocketAsSignedListener extends ForwardingListener {
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private final SocketDecoder decoder = new SocketDecoder();
  private final Ingest ingest;
  private final InstantSource clock;

  SocketAsSignedListener(
      SocketListener sound, RuntimeEnvironment environment, Map<String, String> settings) {
    super(sound);
    SharedWiring wiring = new SharedWiring("subscriber", environment);
    IngestSettings shared = IngestSettings.of(new EnvironmentVariables(settings));
    this.ingest = wiring.ingest(shared, wiring.ledger(shared));
    this.clock = environment.clock();
  }

  @Override
  public void onEvent(SocketEvent event) {
    if (!event.arguments().isEmpty()
        && decoder.decode(event.name(), event.arguments().getFirst(), clock.instant())
            instanceof SocketDecodingResult.Update reported) {
      ingestAsSigned(reported.event());
    }
  }

  private void ingestAsSigned(UnverifiedEvent unverifiedEvent) {
    VerifiedEvent field =
        new VerifiedEvent(
            unverifiedEvent.subject(),
            new StatusReport(unverifiedEvent.state(), null, null, null, null),
            EventFields.NONE,
            null,
            new EventMetadata(
                unverifiedEvent.channel(),
                TrustLevel.SIGNED,
                unverifiedEvent.receivedAt(),
                null,
                false,
                null));
    try {
      var _ = ingest.ingest(field, Deadline.after(BUDGET, clock));
    } catch (LedgerUnavailableException lost) {
      return;
    }
  }
}
