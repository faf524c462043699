package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnrecognizedTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What wants an answer, and which words are one. */
final class UnverifiedEventRules {
  private UnverifiedEventRules() {}

  /**
   * The same without the claims that the word answers: it tells their state, or was asked since.
   */
  static PendingChecks withoutAnswered(PendingChecks before, VerifiedEvent observation) {
    List<PendingUnverifiedEvent> open =
        before.unverifiedEvents().stream()
            .filter(claim -> !isAnswerTo(observation, claim))
            .toList();
    return new PendingChecks(open, before.unrecognized(), before.nextCheckAt());
  }

  /** The same with the claim, if it is news; it makes {@code version} then. */
  static PendingChecks withEvent(RecordState before, UnverifiedEvent claim, long version) {
    PendingChecks concerns = before.pendingChecks();
    if (!isNew(before, claim.state())) {
      return concerns;
    }
    List<PendingUnverifiedEvent> claims = new ArrayList<>(concerns.unverifiedEvents());
    claims.add(
        new PendingUnverifiedEvent(claim.state(), claim.channel(), claim.receivedAt(), version));
    if (claims.size() > PendingChecks.MAX_UNVERIFIED_EVENTS) {
      claims.remove(lowestRanked(claims));
    }
    return new PendingChecks(claims, concerns.unrecognized(), concerns.nextCheckAt());
  }

  /** The same with what the word tells and nobody has documented. */
  static PendingChecks withUnrecognizedTerm(
      PendingChecks before, VerifiedEvent observation, long version) {
    UnrecognizedTerms held = before.unrecognized();
    boolean answered = observation.metadata().isRequestedAtOrAfter(held.uncheckedSinceVersion());
    long since = answered ? 0 : held.uncheckedSinceVersion();
    String term = observation.status().unrecognizedTerm();
    if (term == null || held.terms().contains(term) || held.isFull()) {
      return withUnrecognized(before, new UnrecognizedTerms(held.terms(), since));
    }
    List<String> terms = new ArrayList<>(held.terms());
    terms.add(term);
    boolean fetched = observation.metadata().trust() == TrustLevel.FETCHED;
    return withUnrecognized(before, new UnrecognizedTerms(terms, fetched ? since : version));
  }

  private static PendingChecks withUnrecognized(
      PendingChecks before, UnrecognizedTerms unrecognised) {
    return new PendingChecks(before.unverifiedEvents(), unrecognised, before.nextCheckAt());
  }

  private static boolean isAnswerTo(VerifiedEvent observation, PendingUnverifiedEvent claim) {
    State state = observation.status().state();
    boolean tells =
        state == claim.state()
            || observation.status().terminalState().filter(claim.state()::equals).isPresent();
    return tells || observation.metadata().isRequestedAtOrAfter(claim.version());
  }

  private static boolean isNew(RecordState before, State state) {
    TerminalStates finals = before.terminalStates();
    boolean held = state == before.state() || finals.reported(state);
    boolean claimed =
        before.pendingChecks().unverifiedEvents().stream()
            .anyMatch(claim -> claim.state() == state);
    return !held && !claimed && state.rank() >= before.state().rank();
  }

  private static PendingUnverifiedEvent lowestRanked(List<PendingUnverifiedEvent> claims) {
    return claims.stream()
        .min(Comparator.comparingInt(claim -> claim.state().rank()))
        .orElseThrow();
  }
}
