package dev.rampline.lifecycle;

import dev.rampline.ledger.Standing;
import dev.rampline.ledger.Told;
import dev.rampline.observation.Observation;
import dev.rampline.observation.State;
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
  private static final Set<State> ANSWERED =
      EnumSet.of(State.APPROVED, State.REJECTED, State.RETRY);
  private static final Set<State> UNANSWERED = EnumSet.of(State.SUBMITTED, State.NOT_SUBMITTED);
  private static final Comparator<Standing> AT_ONE_TIME =
      Comparator.<Standing, Told>comparing(
              Standing::told, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(standing -> standing.state().text());

  private KycRules() {}

  /** What time or the API can order stands; any other word is only a claim. */
  static boolean isClaim(Standing before, Observation observation, long version) {
    State state = observation.word().state();
    return state != State.UNKNOWN
        && observation.occurredAt() == null
        && !observation.reception().askedAtOrAfter(version)
        && (before.everTold().contains(state) || leadsBack(before.state(), state));
  }

  static Standing standing(Standing before, Observation observation, long version) {
    State state = observation.word().state();
    if (state == State.UNKNOWN || isClaim(before, observation, version)) {
      return before;
    }
    boolean answer = observation.reception().askedAtOrAfter(version);
    Standing candidate = candidate(before, observation, answer);
    if (answer || observation.occurredAt() == null || isLater(candidate, before)) {
      return candidate;
    }
    return new Standing(
        before.state(), before.told(), before.floor(), before.confirmed(), candidate.everTold());
  }

  private static Standing candidate(Standing before, Observation observation, boolean answer) {
    Instant occurredAt = observation.occurredAt();
    Set<State> everTold = EnumSet.of(observation.word().state());
    everTold.addAll(before.everTold());
    return new Standing(
        observation.word().state(),
        FactRules.told(observation),
        later(before.floor(), occurredAt),
        answer || occurredAt != null,
        everTold);
  }

  private static boolean leadsBack(State from, State to) {
    return ANSWERED.contains(from) && UNANSWERED.contains(to);
  }

  private static boolean isLater(Standing candidate, Standing before) {
    int byTime = Told.BY_TIME.compare(candidate.occurredAt(), before.floor());
    boolean sameTime = byTime == 0 && Objects.equals(before.occurredAt(), before.floor());
    return byTime > 0 || (sameTime && AT_ONE_TIME.compare(candidate, before) > 0);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return Told.BY_TIME.compare(one, other) < 0 ? other : one;
  }
}
