package dev.rampline.alarm;

import dev.rampline.function.Spilling;
import dev.rampline.function.spill.RecordedDeferral;
import dev.rampline.function.spill.SpillBatch;
import dev.rampline.function.spill.SpillHandler;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.message.MessageComposer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;

/** What happens to the spill function. */
final class SpillIncidents {
  private SpillIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of("SpillErrorsAlarm", SpillIncidents::startWithoutSettings);
  }

  static Incident ordinaryDay() {
    return seen -> {
      Ingest ingest =
          new Ingest(
              new InMemoryLedger(),
              new InMemoryPublisher(),
              new MessageComposer("staging"),
              Duration.ofSeconds(3),
              new Random(1),
              pause -> {});
      new SpillHandler(
              new Spilling(
                  ingest,
                  new InMemoryDeadLetters(),
                  new RecordedDeferral(),
                  seen.journal(),
                  InstantSource.system()))
          .handleRequest(new SpillBatch().add("{}", 1).event(), null);
    };
  }

  /** Lambda counts an error where the runtime cannot make the handler. */
  private static void startWithoutSettings(Instruments instruments) {
    Series errors = Series.of("AWS/Lambda", "Errors", "FunctionName", "SpillFunction");
    try {
      new SpillHandler();
    } catch (RuntimeException notStarted) {
      instruments.add(errors, 1);
    }
  }
}
