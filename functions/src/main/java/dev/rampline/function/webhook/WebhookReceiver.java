package dev.rampline.function.webhook;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.UnavailableCause;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.TraceContext;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.ingest.RetryQueue;
import dev.rampline.json.Json;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.RejectionReason;
import dev.rampline.verification.RejectionReason.Category;
import dev.rampline.verification.Verification;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import dev.rampline.verification.WebhookVerifier;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Verifies, decodes and ingests webhook requests ({@code
 * docs/architecture.md#the-way-of-an-event}).
 */
final class WebhookReceiver {
  /** How long the retry queue may take, and by how much it may exceed the request's deadline. */
  private static final Duration RETRY_QUEUE_BUDGET = Duration.ofSeconds(2);

  private final KeyRing keyRing;
  private final WebhookVerifier verifier;
  private final WebhookDecoder decoder;
  private final Ingest ingest;
  private final RetryQueue retryQueue;
  private final InstantSource clock;

  WebhookReceiver(WebhookDependencies dependencies) {
    this.keyRing = dependencies.keyRing();
    this.verifier = dependencies.verifier();
    this.decoder = dependencies.decoder();
    this.ingest = dependencies.ingest();
    this.retryQueue = dependencies.retryQueue();
    this.clock = dependencies.clock();
  }

  /**
   * Receives a delivery.
   *
   * @param invocationTrace the trace to use if the delivery has none of its own
   */
  WebhookOutcome receive(
      WebhookDelivery delivery, @Nullable TraceContext invocationTrace, Deadline deadline) {
    try {
      return switch (verify(delivery)) {
        case Rejected(RejectionReason reason) -> rejected(reason);
        case Verified verified -> {
          TraceContext deliveryTrace = delivery.trace();
          yield decodeAndIngest(
              verified.claims(), deliveryTrace == null ? invocationTrace : deliveryTrace, deadline);
        }
      };
    } catch (KeysUnavailableException none) {
      return withoutKeys(delivery, none);
    }
  }

  /** Rejects bodies that are invalid under any key; only the others are unavailable. */
  private WebhookOutcome withoutKeys(WebhookDelivery delivery, KeysUnavailableException none) {
    if (verify(delivery, Keys.NONE) instanceof Rejected(RejectionReason reason)
        && reason.category() != Category.UNAUTHENTICATED) {
      return rejected(reason);
    }
    boolean invalid = none.getCause() instanceof InvalidKeysException;
    UnavailableCause cause =
        invalid ? UnavailableCause.KEYS_INVALID : UnavailableCause.KEYS_UNREACHABLE;
    return new WebhookOutcome.Unavailable(null, cause, FaultName.ofRootCause(none));
  }

  private Verification verify(WebhookDelivery delivery) {
    Verification first = verify(delivery, keyRing.keys());
    boolean keysMayBeOld =
        first instanceof Rejected(RejectionReason reason)
            && reason.category() == Category.UNAUTHENTICATED;
    return keysMayBeOld
        ? keyRing.refresh().map(newer -> verify(delivery, newer)).orElse(first)
        : first;
  }

  private Verification verify(WebhookDelivery delivery, Keys keys) {
    return verifier.verify(delivery.body(), delivery.signature(), keys);
  }

  private WebhookOutcome decodeAndIngest(
      Json.Obj claims, @Nullable TraceContext trace, Deadline deadline) {
    EventMetadata metadata = EventMetadata.ofWebhook(clock.instant(), trace);
    return switch (decoder.decode(claims, metadata)) {
      case DecodingResult.NoSubject() -> new WebhookOutcome.NoSubject();
      case DecodingResult.WithEvent(VerifiedEvent event, int omittedFields) ->
          ingest(event, omittedFields, deadline);
    };
  }

  private WebhookOutcome ingest(VerifiedEvent event, int omittedFields, Deadline deadline) {
    try {
      return new WebhookOutcome.Ingested(event, ingest.ingest(event, deadline), omittedFields);
    } catch (LedgerUnavailableException down) {
      return queueForRetry(event, FaultName.ofRootCause(down), false, deadline);
    } catch (RuntimeException | Error fault) {
      // Denied access, a missing table, an unreadable record, a bug: the retry function judges.
      return queueForRetry(event, FaultName.of(fault), true, deadline);
    }
  }

  /** Puts the event into the retry queue. If that fails too, the provider has to send it again. */
  private WebhookOutcome queueForRetry(
      VerifiedEvent event, String fault, boolean defect, Deadline deadline) {
    Deadline retryQueueDeadline =
        new Deadline(deadline.at().plus(RETRY_QUEUE_BUDGET), clock).within(RETRY_QUEUE_BUDGET);
    try {
      retryQueue.enqueue(event, retryQueueDeadline);
      return new WebhookOutcome.QueuedForRetry(event.subject(), fault, defect);
    } catch (QueueUnavailableException down) {
      return new WebhookOutcome.Unavailable(
          event.subject(), UnavailableCause.LEDGER_AND_RETRY_QUEUE, FaultName.ofRootCause(down));
    }
  }

  private static WebhookOutcome rejected(RejectionReason reason) {
    return new WebhookOutcome.Rejected(responseFor(reason.category()), reason.text());
  }

  private static WebhookResponse responseFor(Category category) {
    return switch (category) {
      case TOO_LARGE -> WebhookResponse.TOO_LARGE;
      case MALFORMED -> WebhookResponse.MALFORMED;
      case UNAUTHENTICATED -> WebhookResponse.UNAUTHENTICATED;
    };
  }
}
