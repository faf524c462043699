package dev.rampline.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.bench.defect.Sabotage;
import dev.rampline.function.SpillConfiguration;
import dev.rampline.function.spill.SpillHandler;
import dev.rampline.ingest.SpillDocument;
import dev.rampline.observation.Observation;
import java.util.List;
import java.util.Optional;

/** Whatever lies in the spill is taken in or parked, and never comes for ever. */
final class SpillTarget implements FuzzTarget {
  private final Sabotage sabotage;

  SpillTarget() {
    this(Sabotage.NONE);
  }

  /** With that put in. */
  SpillTarget(Sabotage sabotage) {
    this.sabotage = sabotage;
  }

  @Override
  public void check(byte[] input) {
    String body = new String(input, UTF_8);
    Optional<Observation> observation = SpillDocument.read(body);
    observation.ifPresent(
        word ->
            Finding.unless(
                SpillDocument.read(SpillDocument.write(word)).equals(observation),
                "a document is read as it is written"));
    Site site = Site.make(sabotage);
    SpillHandler handler =
        new SpillHandler(site.composition().spilling(SpillConfiguration.of(Site.SETTINGS)));
    Finding.unless(
        handler.handleRequest(event(body), null).getBatchItemFailures().isEmpty(),
        "with nothing down, nothing has to come again");
    List<String> parked = site.cloud().letters().sentTo("rampline-spill-dead");
    Finding.unless(observation.isPresent() || parked.size() == 1, "what cannot be read is parked");
    Finding.unless(parked.isEmpty() || site.cloud().table().stream().isEmpty(), "one or the other");
  }

  private static SQSEvent event(String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("1");
    message.setReceiptHandle("1");
    message.setBody(body);
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }
}
