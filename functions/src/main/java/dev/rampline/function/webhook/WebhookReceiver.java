package dev.rampline.function.webhook;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.UnavailableCause;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.RetryQueue;
import dev.rampline.ingest.RetryQueueUnavailableException;
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

/** From raw bytes to the ledger: verify, decode, ingest (design §4). */
final class WebhookReceiver {
  /** How long the retry queue may take, and by how much it may outlast the rest. */
  private static final Duration RETRY_QUEUE_BUDGET = Duration.ofSeconds(2);

  private final KeyRing keyRing;
  private final WebhookVerifier verifier;
  private final WebhookDecoder decoder;
  private final Ingest ingest;
  private final RetryQueue retryQueue;
  private final InstantSource clock;

  WebhookReceiver(WebhookDependencies receiving) {
    this.keyRing = receiving.keyRing();
    this.verifier = receiving.verifier();
    this.decoder = receiving.decoder();
    this.ingest = receiving.ingest();
    this.retryQueue = receiving.retryQueue();
    this.clock = receiving.clock();
  }

  /**
   * Takes a delivery in.
   *
   * @param ofInvocation the trace that it belongs to if it brought none of its own
   */
  WebhookOutcome receive(
      WebhookDelivery delivery, @Nullable TraceContext ofInvocation, Deadline deadline) {
    try {
      return switch (verify(delivery)) {
        case Rejected(RejectionReason reason) -> rejected(reason);
        case Verified verified -> {
          TraceContext told = delivery.trace();
          yield decodeAndIngest(verified.claims(), told == null ? ofInvocation : told, deadline);
        }
      };
    } catch (KeysUnavailableException none) {
      return withoutKeys(delivery, none);
    }
  }

  /** What nobody could have sent is refused all the same: no key is needed to see it. */
  private WebhookOutcome withoutKeys(WebhookDelivery delivery, KeysUnavailableException none) {
    if (verify(delivery, Keys.NONE) instanceof Rejected(RejectionReason reason)
        && reason.category() != Category.UNAUTHENTICATED) {
      return rejected(reason);
    }
    boolean read = none.getCause() instanceof InvalidKeysException;
    UnavailableCause outage =
        read ? UnavailableCause.KEYS_INVALID : UnavailableCause.KEYS_UNREACHABLE;
    return new WebhookOutcome.Unavailable(null, outage, FaultName.ofRootCause(none));
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
    EventMetadata reception = EventMetadata.ofWebhook(clock.instant(), trace);
    return switch (decoder.decode(claims, reception)) {
      case DecodingResult.NoSubject() -> new WebhookOutcome.NoSubject();
      case DecodingResult.WithEvent(VerifiedEvent observation, int leftOut) ->
          ingest(observation, leftOut, deadline);
    };
  }

  private WebhookOutcome ingest(VerifiedEvent observation, int leftOut, Deadline deadline) {
    Subject subject = observation.subject();
    try {
      return new WebhookOutcome.Ingested(
          observation, ingest.ingest(observation, deadline), leftOut);
    } catch (LedgerUnavailableException down) {
      return queueForRetry(observation, FaultName.ofRootCause(down), deadline);
    } catch (RuntimeException | Error fault) {
      // Caught here, where it is known whom it costs.
      return new WebhookOutcome.Failed(subject, FaultName.of(fault));
    }
  }

  /** What the ledger could not take waits elsewhere; only the provider keeps what nobody takes. */
  private WebhookOutcome queueForRetry(VerifiedEvent observation, String fault, Deadline deadline) {
    Deadline later =
        new Deadline(deadline.at().plus(RETRY_QUEUE_BUDGET), clock).within(RETRY_QUEUE_BUDGET);
    try {
      retryQueue.enqueue(observation, later);
      return new WebhookOutcome.QueuedForRetry(observation.subject(), fault);
    } catch (RetryQueueUnavailableException down) {
      return new WebhookOutcome.Unavailable(
          observation.subject(),
          UnavailableCause.LEDGER_AND_RETRY_QUEUE,
          FaultName.ofRootCause(down));
    }
  }

  private static WebhookOutcome rejected(RejectionReason reason) {
    return new WebhookOutcome.Rejected(responseFor(reason.category()), reason.text());
  }

  private static WebhookResponse responseFor(Category verdict) {
    return switch (verdict) {
      case TOO_LARGE -> WebhookResponse.TOO_LARGE;
      case MALFORMED -> WebhookResponse.MALFORMED;
      case UNAUTHENTICATED -> WebhookResponse.UNAUTHENTICATED;
    };
  }
}
