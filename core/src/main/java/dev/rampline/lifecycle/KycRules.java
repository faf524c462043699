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
 * How the state of a customer's KYC changes: no rank leads it (rejected may become retry, approved
 * may be withdrawn), so time does, and where a word bears none, the API's answer (provider.md
 * §3.7).
 */
final class KycRules {
  private static final Set<State> DECIDED = EnumSet.of(State.APPROVED, State.REJECTED, State.RETRY);
  private static final Set<State> UNDECIDED = EnumSet.of(State.SUBMITTED, State.NOT_SUBMITTED);
  private static final Comparator<CurrentStatus> BY_PRECEDENCE =
      Comparator.<CurrentStatus, FieldPrecedence>comparing(
              CurrentStatus::precedence, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(standing -> standing.state().text());

  private KycRules() {}

  /** What time or the API can order stands; any other word is only a claim. */
  static boolean isUnverified(CurrentStatus before, VerifiedEvent observation, long version) {
    State state = observation.status().state();
    return state != State.UNKNOWN
        && observation.occurredAt() == null
        && !observation.metadata().isRequestedAtOrAfter(version)
        && (before.reportedStates().contains(state) || isBackward(before.state(), state));
  }

  static CurrentStatus currentStatus(
      CurrentStatus before, VerifiedEvent observation, long version) {
    State state = observation.status().state();
    if (state == State.UNKNOWN || isUnverified(before, observation, version)) {
      return before;
    }
    boolean answer = observation.metadata().isRequestedAtOrAfter(version);
    CurrentStatus candidate = candidate(before, observation, answer);
    if (answer || observation.occurredAt() == null || isLater(candidate, before)) {
      return candidate;
    }
    return new CurrentStatus(
        before.state(),
        before.precedence(),
        before.latestOccurredAt(),
        before.confirmed(),
        candidate.reportedStates());
  }

  private static CurrentStatus candidate(
      CurrentStatus before, VerifiedEvent observation, boolean answer) {
    Instant occurredAt = observation.occurredAt();
    Set<State> everTold = EnumSet.of(observation.status().state());
    everTold.addAll(before.reportedStates());
    return new CurrentStatus(
        observation.status().state(),
        FieldMergeRules.precedence(observation),
        later(before.latestOccurredAt(), occurredAt),
        answer || occurredAt != null,
        everTold);
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
