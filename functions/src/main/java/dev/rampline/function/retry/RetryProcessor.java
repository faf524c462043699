package dev.rampline.function.retry;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.function.DeadLetterReason;
import dev.rampline.function.RetryDependencies;
import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.json.Json;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.quarantine.Quarantine;
import dev.rampline.quarantine.QuarantineDocument;
import dev.rampline.quarantine.QuarantineReason;
import dev.rampline.quarantine.QuarantinedPayload;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Ingests one event of the retry queue as if it had just arrived. */
final class RetryProcessor {
  /** DynamoDB's error code for an invalid item, unlike errors about the table or permissions. */
  private static final String CONTENT_ERROR = "ValidationException";

  private static final Duration DEAD_LETTER_BUDGET = Duration.ofSeconds(5);

  private final Ingest ingest;
  private final WebhookDecoder decoder;
  private final Quarantine quarantine;
  private final DeadLetters deadLetters;

  RetryProcessor(RetryDependencies dependencies) {
    this.ingest = dependencies.ingest();
    this.decoder = dependencies.decoder();
    this.quarantine = dependencies.quarantine();
    this.deadLetters = dependencies.deadLetters();
  }

  /**
   * @param sentAt when the message was sent to the queue
   */
  RetryResult process(String body, Instant sentAt, Deadline deadline) {
    Optional<VerifiedEvent> event =
        RetryDocument.read(body)
            .filter(read -> RetryDocument.canBeSentAt(sentAt, read.metadata().receivedAt()));
    if (event.isPresent()) {
      return process(event.get(), body, deadline);
    }
    return QuarantineDocument.read(body)
        .filter(read -> RetryDocument.canBeSentAt(sentAt, read.receivedAt()))
        .map(payload -> decode(payload, body, deadline))
        .orElseGet(() -> sendToDeadLetters(null, body, "unreadable", deadline));
  }

  /** Decodes a payload of the quarantine again, with today's vocabulary. */
  private RetryResult decode(QuarantinedPayload payload, String body, Deadline deadline) {
    if (!(payload.content() instanceof QuarantinedPayload.JsonContent(Json.Obj object))) {
      return quarantine(payload, payload.reason(), deadline);
    }
    EventMetadata metadata = EventMetadata.ofWebhook(payload.receivedAt(), payload.trace());
    return switch (decoder.decode(object, metadata)) {
      case DecodingResult.Ignored() -> new RetryResult.Ignored();
      case DecodingResult.Unplaceable(QuarantineReason reason) ->
          quarantine(payload, reason, deadline);
      case DecodingResult.WithEvent decoded when decoded.withheld() ->
          quarantine(payload, QuarantineReason.UNRECOGNIZED, deadline);
      case DecodingResult.WithEvent decoded -> process(decoded.event(), body, deadline);
    };
  }

  private RetryResult quarantine(
      QuarantinedPayload payload, QuarantineReason reason, Deadline deadline) {
    try {
      quarantine.keep(payload.withReason(reason), deadline.within(DEAD_LETTER_BUDGET));
      return new RetryResult.Quarantined(reason);
    } catch (QueueUnavailableException unavailable) {
      return new RetryResult.Deferred(null, FaultName.ofRootCause(unavailable));
    }
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
      String reason = DeadLetterReason.of(defect).text();
      return sendToDeadLetters(subject, body, reason, FaultName.ofRootCause(defect), deadline);
    }
  }

  private RetryResult sendToDeadLetters(
      @Nullable Subject subject, String body, String reason, Deadline deadline) {
    return sendToDeadLetters(subject, body, reason, null, deadline);
  }

  private RetryResult sendToDeadLetters(
      @Nullable Subject subject,
      String body,
      String reason,
      @Nullable String fault,
      Deadline deadline) {
    try {
      deadLetters.send(new DeadLetter(body, reason), deadline.within(DEAD_LETTER_BUDGET));
      return new RetryResult.DeadLettered(subject, reason, fault);
    } catch (QueueUnavailableException unavailable) {
      return new RetryResult.Deferred(subject, FaultName.ofRootCause(unavailable));
    }
  }
}
