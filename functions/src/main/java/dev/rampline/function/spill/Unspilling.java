package dev.rampline.function.spill;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.function.Spilling;
import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.DeadLettersUnavailableException;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Takes one word of the spill in, as if it had just come. */
final class Unspilling {
  /** What the table says of an item, rather than of itself or of who asks. */
  private static final String OF_CONTENT = "ValidationException";

  private static final Duration PARKING_BUDGET = Duration.ofSeconds(5);

  private final Ingest ingest;
  private final DeadLetters deadLetters;

  Unspilling(Spilling spilling) {
    this.ingest = spilling.ingest();
    this.deadLetters = spilling.deadLetters();
  }

  Fate take(String body, Deadline deadline) {
    Optional<VerifiedEvent> observation = RetryDocument.read(body);
    return observation.isPresent()
        ? take(observation.get(), body, deadline)
        : park(null, body, "unreadable", deadline);
  }

  private Fate take(VerifiedEvent observation, String body, Deadline deadline) {
    Subject subject = observation.subject();
    try {
      return new Fate.Taken(observation, ingest.ingest(observation, deadline));
    } catch (LedgerUnavailableException down) {
      return new Fate.Deferred(subject, FaultName.atRootOf(down));
    } catch (SdkException refused) {
      // Access, or a table that is not there: that can be put right while words wait.
      String name = AwsFaults.name(refused);
      return name.equals(OF_CONTENT)
          ? park(subject, body, name, deadline)
          : new Fate.Deferred(subject, name);
    } catch (RuntimeException defect) {
      return park(subject, body, FaultName.of(defect), deadline);
    }
  }

  private Fate park(@Nullable Subject subject, String body, String reason, Deadline deadline) {
    try {
      deadLetters.send(new DeadLetter(body, reason), deadline.within(PARKING_BUDGET));
      return new Fate.Parked(subject, reason);
    } catch (DeadLettersUnavailableException unavailable) {
      return new Fate.Deferred(subject, FaultName.atRootOf(unavailable));
    }
  }
}
