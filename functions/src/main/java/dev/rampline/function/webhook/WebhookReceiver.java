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
import dev.rampline.ingest.IngestResult;
import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.ingest.RetryQueue;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.quarantine.Quarantine;
import dev.rampline.quarantine.QuarantineReason;
import dev.rampline.quarantine.QuarantinedPayload;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.RejectionReason;
import dev.rampline.verification.RejectionReason.Category;
import dev.rampline.verification.Verification;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Unreadable;
import dev.rampline.verification.Verification.Verified;
import dev.rampline.verification.WebhookVerifier;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Verifies, decodes and ingests webhook requests ({@code
 * docs/architecture.md#how-an-event-is-processed}).
 */
final class WebhookReceiver {
  /** How long the retry queue may take, and by how much it may exceed the request's deadline. */
  private static final Duration RETRY_QUEUE_BUDGET = Duration.ofSeconds(2);

  private static final Duration QUARANTINE_BUDGET = Duration.ofSeconds(2);

  private final KeyRing keyRing;
  private final WebhookVerifier verifier;
  private final WebhookDecoder decoder;
  private final Ingest ingest;
  private final RetryQueue retryQueue;
  private final Quarantine quarantine;
  private final InstantSource clock;

  WebhookReceiver(WebhookDependencies dependencies) {
    this.keyRing = dependencies.keyRing();
    this.verifier = dependencies.verifier();
    this.decoder = dependencies.decoder();
    this.ingest = dependencies.ingest();
    this.retryQueue = dependencies.retryQueue();
    this.quarantine = dependencies.quarantine();
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
        case Verified verified ->
            decodeAndIngest(verified, trace(delivery, invocationTrace), deadline);
        case Unreadable unreadable ->
            quarantine(
                QuarantinedPayload.of(
                    unreadable, clock.instant(), trace(delivery, invocationTrace)),
                deadline);
      };
    } catch (KeysUnavailableException none) {
      return withoutKeys(delivery, none);
    }
  }

  /** Returns the name of the header that may contain a signature. */
  String signatureHeader() {
    return verifier.signatureHeader();
  }

  private static @Nullable TraceContext trace(
      WebhookDelivery delivery, @Nullable TraceContext invocationTrace) {
    TraceContext deliveryTrace = delivery.trace();
    return deliveryTrace == null ? invocationTrace : deliveryTrace;
  }

  /** Rejects bodies that are invalid under any key; only the others are unavailable. */
  private WebhookOutcome withoutKeys(WebhookDelivery delivery, KeysUnavailableException none) {
    if (verify(delivery, Keys.NONE) instanceof Rejected(RejectionReason reason)
        && reason.category() != Category.UNAUTHENTICATED) {
      return rejected(reason);
    }
    return WebhookOutcome.Unavailable.of(none);
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
    return verifier.verify(delivery.body(), delivery.compressed(), delivery.signature(), keys);
  }

  private WebhookOutcome decodeAndIngest(
      Verified verified, @Nullable TraceContext trace, Deadline deadline) {
    EventMetadata metadata = EventMetadata.ofWebhook(clock.instant(), trace);
    return switch (decoder.decode(verified.claims(), metadata)) {
      case DecodingResult.Ignored() -> new WebhookOutcome.Ignored();
      case DecodingResult.Unplaceable(QuarantineReason reason) ->
          quarantine(
              QuarantinedPayload.of(verified, metadata.receivedAt(), reason, trace), deadline);
      case DecodingResult.WithEvent decoded when decoded.withheld() -> {
        QuarantinedPayload copy =
            QuarantinedPayload.of(
                verified, metadata.receivedAt(), QuarantineReason.UNRECOGNIZED, trace);
        WebhookOutcome kept = quarantine(copy, deadline);
        yield kept instanceof WebhookOutcome.Quarantined ? ingest(decoded, deadline) : kept;
      }
      case DecodingResult.WithEvent decoded -> ingest(decoded, deadline);
    };
  }

  /** Keeps the payload in quarantine. If that fails, the provider has to send it again. */
  private WebhookOutcome quarantine(QuarantinedPayload payload, Deadline deadline) {
    try {
      quarantine.keep(payload, deadline.within(QUARANTINE_BUDGET));
      return new WebhookOutcome.Quarantined(payload.reason());
    } catch (QueueUnavailableException down) {
      return new WebhookOutcome.Unavailable(
          null, UnavailableCause.QUARANTINE, FaultName.ofRootCause(down));
    }
  }

  private WebhookOutcome ingest(DecodingResult.WithEvent decoded, Deadline deadline) {
    VerifiedEvent event = decoded.event();
    try {
      IngestResult result = ingest.ingest(event, deadline);
      return new WebhookOutcome.Ingested(
          event, result, decoded.omittedFields(), decoded.withheld());
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
