package dev.rampline.reconcile;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.OrderResponse;
import dev.rampline.decoding.OrdersPage;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the provider's API about one subject and takes its answer in. The answer bears the version
 * at which the record stood when it was asked for. Thread-safe.
 *
 * <p>Its methods throw what {@link ProviderClient} and {@link Ingest} throw.
 */
public final class ProviderLookup {
  private static final Duration RESPONSE_BUDGET = Duration.ofSeconds(10);

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

  /** Asks about the record's subject; empty: the API does not know it, or cannot be asked. */
  public Optional<LookupResult> lookUp(LedgerRecord record, Deadline deadline) {
    return lookUp(record, null, deadline);
  }

  /**
   * The same for a record that may not hold its subject's id.
   *
   * @param claimedId the id that came with a claim on the subject; null: none did
   */
  public Optional<LookupResult> lookUp(
      LedgerRecord record, @Nullable String claimedId, Deadline deadline) {
    return switch (record.subject().kind()) {
      case ORDER ->
          ProviderId.ofOrder(record, claimedId)
              .flatMap(id -> order(id, record.version(), false, deadline));
      case KYC ->
          ProviderId.ofCustomer(record, claimedId)
              .flatMap(id -> customer(id, record.version(), deadline));
    };
  }

  Optional<LookupResult> order(String id, long version, boolean backfill, Deadline deadline) {
    return provider
        .order(id, deadline.within(RESPONSE_BUDGET))
        .map(
            answer -> requireReadable(decoder.order(answer, id, lookupMetadata(version, backfill))))
        .map(order -> ingestResponse(order, deadline));
  }

  /** A page of the list; nothing of it is taken in. */
  OrdersPage page(int number, boolean backfill, Deadline deadline) {
    Json answer = provider.orders(number, deadline.within(RESPONSE_BUDGET));
    return requireReadable(
        decoder.orders(answer, EventMetadata.ofListRow(clock.instant(), backfill)));
  }

  /** Takes in a row for want of a better answer. */
  LookupResult ingestRow(VerifiedEvent row, Deadline deadline) {
    return ingestResponse(new OrderResponse(row, null), deadline);
  }

  private Optional<LookupResult> customer(String id, long version, Deadline deadline) {
    return provider
        .kyc(id, deadline.within(RESPONSE_BUDGET))
        .map(answer -> requireReadable(decoder.kyc(answer, id, lookupMetadata(version, false))))
        .map(word -> ingestResponse(new OrderResponse(word, null), deadline));
  }

  private LookupResult ingestResponse(OrderResponse answer, Deadline deadline) {
    VerifiedEvent word = answer.event();
    return new LookupResult(word, ingest.ingest(word, deadline), answer.updatedAt());
  }

  private EventMetadata lookupMetadata(long version, boolean backfill) {
    return EventMetadata.ofLookup(clock.instant(), version, backfill);
  }

  private static <T> T requireReadable(Optional<T> decoded) {
    return decoded.orElseThrow(
        () -> new UnreadableAnswerException("The answer does not tell what it was asked for"));
  }
}
