package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldPrecedence;
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
  private static final Comparator<CurrentStatus> BY_PRECEDENCE =
      Comparator.<CurrentStatus, FieldPrecedence>comparing(
              CurrentStatus::precedence, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(status -> status.state().text());

  private KycRules() {}

  /**
   * Returns whether the event counts as unverified: it has no time, is no API response, and reports
   * an earlier or a repeated state. Where the API cannot be asked, nothing could resolve it, so the
   * newest event stands, unconfirmed.
   *
   * @param canLookUp whether the API can be asked about the customer
   */
  static boolean isUnverified(
      CurrentStatus before, VerifiedEvent event, long version, boolean canLookUp) {
    State state = event.status().state();
    return canLookUp
        && state != State.UNKNOWN
        && event.occurredAt() == null
        && !event.metadata().isRequestedAtOrAfter(version)
        && (before.reportedStates().contains(state) || isBackward(before.state(), state));
  }

  static CurrentStatus currentStatus(
      CurrentStatus before, VerifiedEvent event, long version, boolean canLookUp) {
    State state = event.status().state();
    if (state == State.UNKNOWN || isUnverified(before, event, version, canLookUp)) {
      return before;
    }
    boolean isResponse = event.metadata().isRequestedAtOrAfter(version);
    CurrentStatus candidate = candidate(before, event, isResponse);
    if (isResponse || event.occurredAt() == null || isLater(candidate, before)) {
      return candidate;
    }
    return new CurrentStatus(
        before.state(),
        before.precedence(),
        before.latestOccurredAt(),
        before.confirmed(),
        candidate.reportedStates());
  }

  /**
   * Joins the statuses of two ids of one customer. Times decide. Where one has no time, the one
   * that was received later stands, unless it leads from a verdict back.
   *
   * @param newer whichever was received later
   */
  static CurrentStatus join(CurrentStatus older, CurrentStatus newer) {
    if (older.reportedStates().isEmpty() || newer.reportedStates().isEmpty()) {
      return older.reportedStates().isEmpty() ? newer : older;
    }
    boolean isTimed = older.occurredAt() != null && newer.occurredAt() != null;
    boolean isOlder =
        isTimed
            ? BY_PRECEDENCE.compare(older, newer) > 0
            : isBackward(older.state(), newer.state());
    CurrentStatus standing = isOlder ? older : newer;
    Set<State> reportedStates = EnumSet.copyOf(older.reportedStates());
    reportedStates.addAll(newer.reportedStates());
    boolean isAgreed = older.state() == newer.state();
    return new CurrentStatus(
        standing.state(),
        standing.precedence(),
        later(older.latestOccurredAt(), newer.latestOccurredAt()),
        isTimed || (isAgreed && (older.confirmed() || newer.confirmed())),
        reportedStates);
  }

  private static CurrentStatus candidate(
      CurrentStatus before, VerifiedEvent event, boolean isResponse) {
    Instant occurredAt = event.occurredAt();
    Set<State> reportedStates = EnumSet.of(event.status().state());
    reportedStates.addAll(before.reportedStates());
    return new CurrentStatus(
        event.status().state(),
        FieldMergeRules.precedence(event),
        later(before.latestOccurredAt(), occurredAt),
        isResponse || occurredAt != null,
        reportedStates);
  }

  private static boolean isBackward(State from, State to) {
    return DECIDED.contains(from) && UNDECIDED.contains(to);
  }

  private static boolean isLater(CurrentStatus candidate, CurrentStatus before) {
    int byTime = FieldPrecedence.BY_TIME.compare(candidate.occurredAt(), before.latestOccurredAt());
    boolean sameTime =
        byTime == 0 && Objects.equals(before.occurredAt(), before.latestOccurredAt());
    return byTime > 0 || (sameTime && BY_PRECEDENCE.compare(candidate, before) > 0);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return FieldPrecedence.BY_TIME.compare(one, other) < 0 ? other : one;
  }
}
