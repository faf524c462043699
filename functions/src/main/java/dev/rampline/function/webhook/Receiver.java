package dev.rampline.function.webhook;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.Outage;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.function.Receiving;
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
final class Receiver {
  /** How long the spill may take, and by how much it may outlast the rest. */
  private static final Duration SPILL_BUDGET = Duration.ofSeconds(2);

  private final KeyRing keyRing;
  private final WebhookVerifier verifier;
  private final WebhookDecoder decoder;
  private final Ingest ingest;
  private final RetryQueue spill;
  private final InstantSource clock;

  Receiver(Receiving receiving) {
    this.keyRing = receiving.keyRing();
    this.verifier = receiving.verifier();
    this.decoder = receiving.decoder();
    this.ingest = receiving.ingest();
    this.spill = receiving.spill();
    this.clock = receiving.clock();
  }

  /**
   * Takes a delivery in.
   *
   * @param ofInvocation the trace that it belongs to if it brought none of its own
   */
  Outcome receive(Delivery delivery, @Nullable TraceContext ofInvocation, Deadline deadline) {
    try {
      return switch (verify(delivery)) {
        case Rejected(RejectionReason reason) -> refused(reason);
        case Verified verified -> {
          TraceContext told = delivery.trace();
          yield take(verified.claims(), told == null ? ofInvocation : told, deadline);
        }
      };
    } catch (KeysUnavailableException none) {
      return withoutKeys(delivery, none);
    }
  }

  /** What nobody could have sent is refused all the same: no key is needed to see it. */
  private Outcome withoutKeys(Delivery delivery, KeysUnavailableException none) {
    if (verify(delivery, Keys.NONE) instanceof Rejected(RejectionReason reason)
        && reason.category() != Category.UNAUTHENTICATED) {
      return refused(reason);
    }
    boolean read = none.getCause() instanceof InvalidKeysException;
    Outage outage = read ? Outage.KEYS_INVALID : Outage.KEYS_UNREACHABLE;
    return new Outcome.Unavailable(null, outage, FaultName.atRootOf(none));
  }

  private Verification verify(Delivery delivery) {
    Verification first = verify(delivery, keyRing.keys());
    boolean keysMayBeOld =
        first instanceof Rejected(RejectionReason reason)
            && reason.category() == Category.UNAUTHENTICATED;
    return keysMayBeOld
        ? keyRing.refresh().map(newer -> verify(delivery, newer)).orElse(first)
        : first;
  }

  private Verification verify(Delivery delivery, Keys keys) {
    return verifier.verify(delivery.body(), delivery.signature(), keys);
  }

  private Outcome take(Json.Obj claims, @Nullable TraceContext trace, Deadline deadline) {
    EventMetadata reception = EventMetadata.ofWebhook(clock.instant(), trace);
    return switch (decoder.decode(claims, reception)) {
      case DecodingResult.NoSubject() -> new Outcome.OfNobody();
      case DecodingResult.WithEvent(VerifiedEvent observation, int leftOut) ->
          ingest(observation, leftOut, deadline);
    };
  }

  private Outcome ingest(VerifiedEvent observation, int leftOut, Deadline deadline) {
    Subject subject = observation.subject();
    try {
      return new Outcome.Ingested(observation, ingest.ingest(observation, deadline), leftOut);
    } catch (LedgerUnavailableException down) {
      return spilled(observation, FaultName.atRootOf(down), deadline);
    } catch (RuntimeException | Error fault) {
      // Caught here, where it is known whom it costs.
      return new Outcome.Failed(subject, FaultName.of(fault));
    }
  }

  /** What the ledger could not take waits elsewhere; only the provider keeps what nobody takes. */
  private Outcome spilled(VerifiedEvent observation, String fault, Deadline deadline) {
    Deadline later = new Deadline(deadline.at().plus(SPILL_BUDGET), clock).within(SPILL_BUDGET);
    try {
      spill.enqueue(observation, later);
      return new Outcome.Spilled(observation.subject(), fault);
    } catch (RetryQueueUnavailableException down) {
      return new Outcome.Unavailable(
          observation.subject(), Outage.LEDGER_AND_SPILL, FaultName.atRootOf(down));
    }
  }

  private static Outcome refused(RejectionReason reason) {
    return new Outcome.Refused(answer(reason.category()), reason.text());
  }

  private static Answer answer(Category verdict) {
    return switch (verdict) {
      case TOO_LARGE -> Answer.TOO_LARGE;
      case MALFORMED -> Answer.MALFORMED;
      case UNAUTHENTICATED -> Answer.UNAUTHENTICATED;
    };
  }
}
