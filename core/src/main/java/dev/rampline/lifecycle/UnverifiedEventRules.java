package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnrecognizedTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Adds and removes what must be checked with the provider's API ({@code
 * docs/architecture.md#unverified-events}).
 */
final class UnverifiedEventRules {
  private UnverifiedEventRules() {}

  /**
   * Removes the unverified events that the event resolves: it reports their state, or is the
   * response to a later request.
   */
  static PendingChecks withoutAnswered(PendingChecks before, VerifiedEvent event) {
    if (before.unverifiedEvents().isEmpty()) {
      return before;
    }
    List<PendingUnverifiedEvent> open =
        before.unverifiedEvents().stream()
            .filter(unverifiedEvent -> !isAnswerTo(event, unverifiedEvent))
            .toList();
    return before.withUnverifiedEvents(open);
  }

  /** Adds an unverified event if it reports something new; it then gets {@code version}. */
  static PendingChecks withEvent(
      RecordContent before, UnverifiedEvent unverifiedEvent, long version) {
    PendingChecks pendingChecks = before.pendingChecks();
    if (!isNew(before, unverifiedEvent.state())) {
      return pendingChecks;
    }
    List<PendingUnverifiedEvent> unverifiedEvents =
        new ArrayList<>(pendingChecks.unverifiedEvents());
    unverifiedEvents.add(
        new PendingUnverifiedEvent(
            unverifiedEvent.state(),
            unverifiedEvent.channel(),
            unverifiedEvent.receivedAt(),
            version));
    if (unverifiedEvents.size() > PendingChecks.MAX_UNVERIFIED_EVENTS) {
      unverifiedEvents.remove(lowestRanked(unverifiedEvents));
    }
    return pendingChecks.withUnverifiedEvents(unverifiedEvents);
  }

  /**
   * Adds the event's undocumented term, if any. If the record has it already, but the event may
   * report more than is understood, it needs another lookup.
   */
  static PendingChecks withUnrecognizedTerm(
      PendingChecks before, VerifiedEvent event, long version) {
    UnrecognizedTerms existing = before.unrecognized();
    boolean isChecked = event.metadata().isRequestedAtOrAfter(existing.uncheckedSinceVersion());
    long since = isChecked ? 0 : existing.uncheckedSinceVersion();
    String term = event.status().unrecognizedTerm();
    boolean fetched = event.metadata().trust() == TrustLevel.FETCHED;
    if (term == null || existing.terms().contains(term) || existing.isFull()) {
      boolean isWithheld = term != null && event.status().state() == State.UNKNOWN && !fetched;
      long again = isWithheld && since == 0 ? Math.max(1, version - 1) : since;
      return again == existing.uncheckedSinceVersion()
          ? before
          : before.withUnrecognized(new UnrecognizedTerms(existing.terms(), again));
    }
    List<String> terms = new ArrayList<>(existing.terms());
    terms.add(term);
    return before.withUnrecognized(new UnrecognizedTerms(terms, fetched ? since : version));
  }

  /** Adds two contradicting values of a field, if they are new: a lookup decides. */
  static PendingChecks withContradiction(
      PendingChecks before, String field, VerifiedEvent event, long version) {
    UnrecognizedTerms existing = before.unrecognized();
    String term = "contradictory " + field;
    if (existing.terms().contains(term) || existing.isFull()) {
      return before;
    }
    List<String> terms = new ArrayList<>(existing.terms());
    terms.add(term);
    boolean isAnswer = event.metadata().requestedAtVersion() != null;
    long since = isAnswer ? existing.uncheckedSinceVersion() : version;
    return before.withUnrecognized(new UnrecognizedTerms(terms, since));
  }

  private static boolean isAnswerTo(VerifiedEvent event, PendingUnverifiedEvent unverifiedEvent) {
    State state = event.status().state();
    boolean hasState =
        state == unverifiedEvent.state()
            || event.status().terminalState().filter(unverifiedEvent.state()::equals).isPresent();
    return hasState || event.metadata().isRequestedAtOrAfter(unverifiedEvent.version());
  }

  private static boolean isNew(RecordContent before, State state) {
    TerminalStates terminalStates = before.terminalStates();
    boolean isKnown = state == before.state() || terminalStates.reported(state);
    boolean isPending =
        before.pendingChecks().unverifiedEvents().stream()
            .anyMatch(unverifiedEvent -> unverifiedEvent.state() == state);
    return !isKnown && !isPending && state.rank() >= before.state().rank();
  }

  private static PendingUnverifiedEvent lowestRanked(
      List<PendingUnverifiedEvent> unverifiedEvents) {
    return unverifiedEvents.stream()
        .min(Comparator.comparingInt(unverifiedEvent -> unverifiedEvent.state().rank()))
        .orElseThrow();
  }
}
