package dev.rampline.function.retry;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.function.RetryDependencies;
import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Ingests one event of the retry queue as if it had just arrived. */
final class RetryProcessor {
  /** DynamoDB's error code for an invalid item, unlike errors about the table or permissions. */
  private static final String CONTENT_ERROR = "ValidationException";

  private static final Duration DEAD_LETTER_BUDGET = Duration.ofSeconds(5);

  private final Ingest ingest;
  private final DeadLetters deadLetters;

  RetryProcessor(RetryDependencies dependencies) {
    this.ingest = dependencies.ingest();
    this.deadLetters = dependencies.deadLetters();
  }

  RetryResult process(String body, Deadline deadline) {
    Optional<VerifiedEvent> event = RetryDocument.read(body);
    return event.isPresent()
        ? process(event.get(), body, deadline)
        : sendToDeadLetters(null, body, "unreadable", deadline);
  }

  private RetryResult process(VerifiedEvent event, String body, Deadline deadline) {
    Subject subject = event.subject();
    try {
      return new RetryResult.Ingested(event, ingest.ingest(event, deadline));
    } catch (LedgerUnavailableException down) {
      return new RetryResult.Deferred(subject, FaultName.ofRootCause(down));
    } catch (SdkException refused) {
      // Denied access or a missing table: an operator can fix that while events wait.
      String name = AwsFaults.name(refused);
      return name.equals(CONTENT_ERROR)
          ? sendToDeadLetters(subject, body, name, deadline)
          : new RetryResult.Deferred(subject, name);
    } catch (RuntimeException defect) {
      return sendToDeadLetters(subject, body, FaultName.of(defect), deadline);
    }
  }

  private RetryResult sendToDeadLetters(
      @Nullable Subject subject, String body, String reason, Deadline deadline) {
    try {
      deadLetters.send(new DeadLetter(body, reason), deadline.within(DEAD_LETTER_BUDGET));
      return new RetryResult.DeadLettered(subject, reason);
    } catch (QueueUnavailableException unavailable) {
      return new RetryResult.Deferred(subject, FaultName.ofRootCause(unavailable));
    }
  }
}
