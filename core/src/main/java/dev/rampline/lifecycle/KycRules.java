package dev.rampline.lifecycle;

import dev.rampline.event.State;
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
  private static final Set<State> DECIDED = EnumSet.of(State.APPROVED, State.REJECTED, State.RETRY);
  private static final Set<State> UNDECIDED = EnumSet.of(State.SUBMITTED, State.NOT_SUBMITTED);

  /** Within one time, a verdict follows a submission. */
  private static final Comparator<KycStatus> BY_PRECEDENCE =
      Comparator.<KycStatus, @Nullable Instant>comparing(
              KycStatus::occurredAt, FieldPrecedence.BY_TIME)
          .thenComparing(status -> DECIDED.contains(status.state()))
          .thenComparing(
              KycStatus::precedence,
              Comparator.nullsFirst(Comparator.<FieldPrecedence>naturalOrder()))
          .thenComparing(status -> status.state().text());

  private KycRules() {}

  /**
   * Returns whether the event counts as unverified: it has no time, is no API response, and reports
   * an earlier or a repeated state. Where the API cannot be asked, nothing could resolve it, so the
   * newest event prevails, unconfirmed.
   *
   * @param canLookUp whether the API can be asked about the customer
   */
  static boolean isUnverified(
      KycStatus before, VerifiedEvent event, long version, boolean canLookUp) {
    State state = event.status().state();
    return canLookUp
        && state != State.UNKNOWN
        && event.occurredAt() == null
        && !event.metadata().isRequestedAtOrAfter(version)
        && (before.reportedStates().contains(state) || isBackward(before.state(), state));
  }

  static KycStatus currentStatus(
      KycStatus before, VerifiedEvent event, long version, boolean canLookUp) {
    State state = event.status().state();
    if (state == State.UNKNOWN || isUnverified(before, event, version, canLookUp)) {
      return before;
    }
    boolean isResponse = event.metadata().isRequestedAtOrAfter(version);
    KycStatus candidate = candidate(before, event, isResponse);
    if (isResponse || event.occurredAt() == null || isLater(candidate, before)) {
      return candidate;
    }
    return new KycStatus(
        before.state(),
        before.precedence(),
        before.latestOccurredAt(),
        before.confirmed(),
        candidate.reportedStates());
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
        reportedStates);
  }

  private static KycStatus candidate(KycStatus before, VerifiedEvent event, boolean isResponse) {
    Instant occurredAt = event.occurredAt();
    Set<State> reportedStates = EnumSet.of(event.status().state());
    reportedStates.addAll(before.reportedStates());
    return new KycStatus(
        event.status().state(),
        FieldMergeRules.precedence(event),
        later(before.latestOccurredAt(), occurredAt),
        isResponse || occurredAt != null,
        reportedStates);
  }

  private static boolean isBackward(State from, State to) {
    return DECIDED.contains(from) && UNDECIDED.contains(to);
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
