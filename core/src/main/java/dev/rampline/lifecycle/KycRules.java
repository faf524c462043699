package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.KycStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state transition rules of a customer's KYC ({@code docs/architecture.md#kyc-rules}). KYC
 * states have no rank: rejected may become retry, and an approval may be withdrawn. They follow the
 * event time, or the API response where an event has no time.
 */
final class KycRules {
  private static final Set<State> UNDECIDED = EnumSet.of(State.SUBMITTED, State.NOT_SUBMITTED);

  /** Within one time, a verdict follows a submission. */
  private static final Comparator<KycStatus> BY_PRECEDENCE =
      Comparator.<KycStatus, @Nullable Instant>comparing(
              KycStatus::occurredAt, FieldPrecedence.BY_TIME)
          .thenComparing(status -> status.state().isVerdict())
          .thenComparing(
              KycStatus::precedence,
              Comparator.nullsFirst(Comparator.<FieldPrecedence>naturalOrder()))
          .thenComparing(status -> status.state().text());

  private KycRules() {}

  /**
   * Returns whether the event counts as unverified. It is no response to a current request, and
   * either has no time and reports an earlier or a repeated state, or any other than the API
   * reported; or it is signed and older than the API's last answer. Where the API cannot be asked,
   * nothing could resolve it, so the newest event prevails, unconfirmed.
   *
   * @param canLookUp whether the API can be asked about the customer
   */
  static boolean isUnverified(
      KycStatus before, VerifiedEvent event, long version, boolean canLookUp) {
    State state = event.status().state();
    return canLookUp
        && state != State.UNKNOWN
        && !event.metadata().isRequestedAtOrAfter(version)
        && (event.occurredAt() == null
            ? before.fetchedAt() != null
                || before.reportedStates().contains(state)
                || isBackward(before.state(), state)
            : isOlderThanAnswer(before, event));
  }

  private static boolean isOlderThanAnswer(KycStatus before, VerifiedEvent event) {
    return before.fetchedAt() != null
        && FieldPrecedence.BY_TIME.compare(event.occurredAt(), before.fetchedAt()) < 0
        && event.metadata().trust() == TrustLevel.SIGNED
        && event.status().state() != before.state()
        && isLater(candidate(before, event, false), before);
  }

  static KycStatus currentStatus(
      KycStatus before, VerifiedEvent event, long version, boolean canLookUp) {
    State state = event.status().state();
    if (state == State.UNKNOWN) {
      return before;
    }
    boolean isResponse = event.metadata().isRequestedAtOrAfter(version);
    KycStatus candidate = candidate(before, event, isResponse);
    boolean isApplied = isResponse || event.occurredAt() == null || isLater(candidate, before);
    return isApplied && !isUnverified(before, event, version, canLookUp)
        ? candidate
        : new KycStatus(
            before.state(),
            before.precedence(),
            before.latestOccurredAt(),
            before.confirmed(),
            candidate.reportedStates(),
            before.fetchedAt(),
            before.confirmedAt());
  }

  /**
   * Joins the statuses of two ids of one customer. Times decide. Where one has no time, the one
   * that was received later prevails, unless it leads back from a decided state.
   *
   * @param newer the one that was received later
   */
  static KycStatus join(KycStatus older, KycStatus newer) {
    if (older.reportedStates().isEmpty() || newer.reportedStates().isEmpty()) {
      return older.reportedStates().isEmpty() ? newer : older;
    }
    boolean isTimed = older.occurredAt() != null && newer.occurredAt() != null;
    boolean isOlder =
        isTimed
            ? BY_PRECEDENCE.compare(older, newer) > 0
            : isBackward(older.state(), newer.state());
    KycStatus prevailing = isOlder ? older : newer;
    Set<State> reportedStates = EnumSet.copyOf(older.reportedStates());
    reportedStates.addAll(newer.reportedStates());
    boolean isAgreed = older.state() == newer.state();
    return new KycStatus(
        prevailing.state(),
        prevailing.precedence(),
        later(older.latestOccurredAt(), newer.latestOccurredAt()),
        isTimed || (isAgreed && (older.confirmed() || newer.confirmed())),
        reportedStates,
        later(older.fetchedAt(), newer.fetchedAt()),
        isTimed || isAgreed ? prevailing.confirmedAt() : null);
  }

  private static KycStatus candidate(KycStatus before, VerifiedEvent event, boolean isResponse) {
    Instant occurredAt = event.occurredAt();
    Set<State> reportedStates = EnumSet.of(event.status().state());
    reportedStates.addAll(before.reportedStates());
    State state = event.status().state();
    Instant fetchedAt =
        event.metadata().requestedAtVersion() == null ? null : event.metadata().receivedAt();
    Instant confirmedAt = state == before.state() ? before.confirmedAt() : null;
    return new KycStatus(
        state,
        FieldMergeRules.precedence(event),
        later(before.latestOccurredAt(), occurredAt),
        isResponse || occurredAt != null,
        reportedStates,
        later(before.fetchedAt(), fetchedAt),
        confirmedAt == null && state.isVerdict() ? fetchedAt : confirmedAt);
  }

  private static boolean isBackward(State from, State to) {
    return from.isVerdict() && UNDECIDED.contains(to);
  }

  private static boolean isLater(KycStatus candidate, KycStatus before) {
    int byTime = FieldPrecedence.BY_TIME.compare(candidate.occurredAt(), before.latestOccurredAt());
    boolean sameTime =
        byTime == 0 && Objects.equals(before.occurredAt(), before.latestOccurredAt());
    return byTime > 0 || (sameTime && BY_PRECEDENCE.compare(candidate, before) > 0);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return FieldPrecedence.BY_TIME.compare(one, other) < 0 ? other : one;
  }
}
