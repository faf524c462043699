package dev.rampline.reconcile;

import dev.rampline.decoding.AnswerDecoder;
import dev.rampline.decoding.OrderAnswer;
import dev.rampline.decoding.OrdersPage;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
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
 * <p>Its methods throw what {@link Provider} and {@link Ingest} throw.
 */
public final class ReadBack {
  private static final Duration ANSWER_BUDGET = Duration.ofSeconds(10);

  private final Provider provider;
  private final AnswerDecoder decoder;
  private final Ingest ingest;
  private final InstantSource clock;

  public ReadBack(Provider provider, AnswerDecoder decoder, Ingest ingest, InstantSource clock) {
    this.provider = Objects.requireNonNull(provider, "provider");
    this.decoder = Objects.requireNonNull(decoder, "decoder");
    this.ingest = Objects.requireNonNull(ingest, "ingest");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Asks about the record's subject; empty: the API does not know it, or cannot be asked. */
  public Optional<Reading> subject(LedgerRecord record, Deadline deadline) {
    return subject(record, null, deadline);
  }

  /**
   * The same for a record that may not hold its subject's id.
   *
   * @param claimedId the id that came with a claim on the subject; null: none did
   */
  public Optional<Reading> subject(
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

  Optional<Reading> order(String id, long version, boolean backfill, Deadline deadline) {
    return provider
        .order(id, deadline.within(ANSWER_BUDGET))
        .map(answer -> readable(decoder.order(answer, id, received(version, backfill))))
        .map(order -> ingested(order, deadline));
  }

  /** A page of the list; nothing of it is taken in. */
  OrdersPage page(int number, boolean backfill, Deadline deadline) {
    Json answer = provider.orders(number, deadline.within(ANSWER_BUDGET));
    return readable(decoder.orders(answer, Reception.ofRow(clock.instant(), backfill)));
  }

  /** Takes in a row for want of a better answer. */
  Reading row(Observation row, Deadline deadline) {
    return ingested(new OrderAnswer(row, null), deadline);
  }

  private Optional<Reading> customer(String id, long version, Deadline deadline) {
    return provider
        .kyc(id, deadline.within(ANSWER_BUDGET))
        .map(answer -> readable(decoder.kyc(answer, id, received(version, false))))
        .map(word -> ingested(new OrderAnswer(word, null), deadline));
  }

  private Reading ingested(OrderAnswer answer, Deadline deadline) {
    Observation word = answer.observation();
    return new Reading(word, ingest.ingest(word, deadline), answer.updatedAt());
  }

  private Reception received(long version, boolean backfill) {
    return Reception.ofAnswer(clock.instant(), version, backfill);
  }

  private static <T> T readable(Optional<T> decoded) {
    return decoded.orElseThrow(
        () -> new UnreadableAnswerException("The answer does not tell what it was asked for"));
  }
}
