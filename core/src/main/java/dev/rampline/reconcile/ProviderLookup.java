package dev.rampline.reconcile;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.OrderResponse;
import dev.rampline.decoding.OrdersPage;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.StatusReport;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up one subject in the provider's API and processes the response. The event's metadata
 * contain the record's version at the time of the request. Thread-safe.
 *
 * <p>The methods throw the exceptions of {@link ProviderClient} and {@link Ingest}.
 */
public final class ProviderLookup {
  /** What a call gets if the caller's deadline allows it. */
  static final Duration RESPONSE_BUDGET = Duration.ofSeconds(10);

  /** A call that fails this close to the deadline had no time to be repeated. */
  private static final Duration RETRY_TIME = Duration.ofSeconds(2);

  private final ProviderClient provider;
  private final ApiResponseDecoder decoder;
  private final Ingest ingest;
  private final InstantSource clock;

  public ProviderLookup(
      ProviderClient provider, ApiResponseDecoder decoder, Ingest ingest, InstantSource clock) {
    this.provider = Objects.requireNonNull(provider, "provider");
    this.decoder = Objects.requireNonNull(decoder, "decoder");
    this.ingest = Objects.requireNonNull(ingest, "ingest");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Returns what the provider's API is asked about. */
  LookupScope scope() {
    return ingest.scope();
  }

  /**
   * Looks up the record's subject; empty if the API does not know it or there is no id for a
   * lookup.
   */
  public Optional<LookupResult> lookUp(LedgerRecord record, Deadline deadline) {
    return lookUp(record, null, deadline);
  }

  /**
   * Looks up the subject of a record that may not contain its id.
   *
   * @param reportedId the id in an unverified event about the subject; null if there is none
   */
  public Optional<LookupResult> lookUp(
      LedgerRecord record, @Nullable String reportedId, Deadline deadline) {
    return switch (record.subject().kind()) {
      case ORDER ->
          ProviderId.ofOrder(record, reportedId)
              .flatMap(
                  id ->
                      known(record, () -> order(id, record.version(), false, deadline))
                          .or(() -> ingestNotFound(record, deadline)));
      case KYC ->
          ProviderId.ofCustomer(record, reportedId)
              .flatMap(
                  id ->
                      known(record, () -> customer(id, record.version(), deadline))
                          .or(() -> ingestNotFound(record, deadline)));
    };
  }

  /**
   * Runs a lookup. The API cannot know a subject whose id it refuses, so a state that needs
   * confirmation is then denied as if the subject were not found.
   */
  private Optional<LookupResult> known(
      LedgerRecord record, Supplier<Optional<LookupResult>> lookup) {
    try {
      return lookup.get();
    } catch (UnreadableAnswerException refusal) {
      if (isConfirmedByLookup(record) && refusal.isRefusalOfTheId()) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  Optional<LookupResult> order(String id, long version, boolean backfill, Deadline deadline) {
    return call(deadline, limit -> provider.order(id, limit))
        .filter(
            response -> !decoder.isAboutOtherOrder(response, id, lookupMetadata(version, backfill)))
        .map(
            response ->
                requireReadable(decoder.order(response, id, lookupMetadata(version, backfill))))
        .map(order -> ingestResponse(order, deadline));
  }

  /** Returns a page of the order list without processing it. */
  OrdersPage page(int number, boolean backfill, Deadline deadline) {
    Json response = call(deadline, limit -> provider.orders(number, limit));
    return requireReadable(
        decoder.orders(response, EventMetadata.ofListRow(clock.instant(), backfill)));
  }

  /** Processes a row of the order list when the lookup has no response. */
  LookupResult ingestRow(VerifiedEvent row, Deadline deadline) {
    return ingestResponse(new OrderResponse(row, null), deadline);
  }

  private Optional<LookupResult> customer(String id, long version, Deadline deadline) {
    return call(deadline, limit -> provider.kyc(id, limit))
        .filter(
            response -> !decoder.isAboutOtherCustomer(response, id, lookupMetadata(version, false)))
        .map(response -> requireReadable(decoder.kyc(response, id, lookupMetadata(version, false))))
        .map(event -> ingestResponse(new OrderResponse(event, null), deadline));
  }

  /** Processes the API's answer that it does not know a subject whose state needs confirmation. */
  private Optional<LookupResult> ingestNotFound(LedgerRecord record, Deadline deadline) {
    if (!isConfirmedByLookup(record)) {
      return Optional.empty();
    }
    VerifiedEvent answer =
        new VerifiedEvent(
            record.subject(),
            StatusReport.NOT_FOUND,
            EventFields.NONE,
            null,
            lookupMetadata(record.version(), false));
    return Optional.of(ingestResponse(new OrderResponse(answer, null), deadline))
        .filter(result -> result.result().decision().hasNewVersion());
  }

  private boolean isConfirmedByLookup(LedgerRecord record) {
    return scope() == LookupScope.CONFIRM
        && record.subject().canBeLookedUp()
        && record.content().isUnconfirmed();
  }

  /** Calls the provider; a failure for want of time becomes an {@link OutOfTimeException}. */
  private static <T> T call(Deadline deadline, Function<Deadline, T> call) {
    boolean isShort = deadline.remaining().compareTo(RESPONSE_BUDGET) < 0;
    try {
      return call.apply(deadline.within(RESPONSE_BUDGET));
    } catch (ProviderUnavailableException fault) {
      if (deadline.hasPassed() || (isShort && deadline.remaining().compareTo(RETRY_TIME) < 0)) {
        throw new OutOfTimeException(fault);
      }
      throw fault;
    }
  }

  private LookupResult ingestResponse(OrderResponse response, Deadline deadline) {
    VerifiedEvent event = response.event();
    return new LookupResult(event, ingest.ingest(event, deadline), response.updatedAt());
  }

  private EventMetadata lookupMetadata(long version, boolean backfill) {
    return EventMetadata.ofLookup(clock.instant(), version, backfill);
  }

  private static <T> T requireReadable(Optional<T> decoded) {
    return decoded.orElseThrow(
        () -> new UnreadableAnswerException(CallFailure.of(FailureCause.RESPONSE_INCOMPLETE)));
  }
}
