package dev.rampline.lifecycle;

import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.FinalState;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.Standing;
import dev.rampline.ledger.Told;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the state of an order grows: by rank, to an end that nothing leaves (provider.md §3.6). */
final class OrderRules {
  private static final Comparator<Standing> BY_PROGRESS =
      Comparator.<Standing>comparingInt(standing -> standing.state().rank())
          .thenComparing(Standing::occurredAt, Told.BY_TIME)
          .thenComparing(standing -> standing.state().text());

  private OrderRules() {}

  /**
   * The ends that are told after the word; a conflict that it opens or settles makes {@code
   * version}.
   */
  static Finals finals(Finals before, Observation observation, long version) {
    List<FinalState> told =
        observation
            .word()
            .finalTold()
            .map(end -> joined(before.told(), end, isSigned(observation.reception())))
            .orElse(before.told());
    boolean refunded = before.refunded() || observation.word().state() == State.REFUNDED;
    Finals after = new Finals(told, refunded, null);
    return new Finals(told, refunded, conflict(before, after, observation, version));
  }

  /** The greatest state that is not final; once the order has ended, it matters no more. */
  static Standing standing(Standing before, Finals finals, Observation observation) {
    State state = observation.word().state();
    if (state == State.UNKNOWN || finals.state().isPresent()) {
      return before;
    }
    Told told = FactRules.told(observation);
    Standing candidate = new Standing(state, told, null, true, Set.of());
    return BY_PROGRESS.compare(candidate, before) > 0 ? candidate : before;
  }

  private static boolean isSigned(Reception reception) {
    return reception.authenticity() == Authenticity.SIGNED;
  }

  private static List<FinalState> joined(List<FinalState> told, State state, boolean signed) {
    List<FinalState> joined = new ArrayList<>(told);
    for (int place = 0; place < joined.size(); place++) {
      FinalState end = joined.get(place);
      if (end.state() == state) {
        joined.set(place, new FinalState(state, end.signed() || signed));
        return joined;
      }
    }
    joined.add(new FinalState(state, signed));
    return joined;
  }

  private static @Nullable Conflict conflict(
      Finals before, Finals after, Observation observation, long version) {
    if (after.sides().size() < 2) {
      return null;
    }
    Conflict held = before.conflict();
    if (held == null) {
      return opened(before, after, version);
    }
    Conflict named = named(held, after);
    Optional<State> settling = settling(after, observation, held);
    if (settling.isPresent()) {
      return settling.get() == named.settled()
          ? named
          : new Conflict(named.finals(), settling.get(), version);
    }
    return isNewSide(after, held) ? opened(before, after, version) : named;
  }

  /** What stood until now goes first: it stands on until the conflict is settled (design I3). */
  private static Conflict opened(Finals before, Finals after, long version) {
    Set<State> sides = new LinkedHashSet<>();
    before.standing().map(after::meaning).ifPresent(sides::add);
    sides.addAll(after.sides());
    return new Conflict(List.copyOf(sides), null, version);
  }

  /** The same conflict in terms of what its sides mean by now. */
  private static Conflict named(Conflict held, Finals after) {
    Set<State> sides = new LinkedHashSet<>();
    held.finals().forEach(side -> sides.add(after.meaning(side)));
    sides.addAll(after.sides());
    State settled = held.settled();
    return new Conflict(
        List.copyOf(sides), settled == null ? null : after.meaning(settled), held.version());
  }

  /** The final that the API answers with, if it was asked after the conflict was told of. */
  private static Optional<State> settling(
      Finals after, Observation observation, Conflict conflict) {
    return observation.reception().askedAtOrAfter(conflict.version())
        ? observation.word().finalTold().map(state -> after.meaning(state))
        : Optional.empty();
  }

  private static boolean isNewSide(Finals after, Conflict held) {
    List<State> known = held.finals().stream().map(after::meaning).toList();
    return !known.containsAll(after.sides());
  }
}
