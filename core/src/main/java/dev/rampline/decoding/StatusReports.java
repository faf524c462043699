package dev.rampline.decoding;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Derives an event's state from its event name and its status ({@code
 * docs/architecture.md#orders}).
 */
final class StatusReports {
  /** The undocumented term of a webhook without an event name. */
  static final String NO_EVENT_NAME = "(no event name)";

  private static final Set<State> VERDICTS =
      EnumSet.of(State.APPROVED, State.REJECTED, State.RETRY);

  private StatusReports() {}

  /** Returns what an API response about a subject reports. It has no event name. */
  static StatusReport ofResponse(ReportedStatus status) {
    String undocumented = status.isUndocumented() ? status.raw() : null;
    return new StatusReport(status.state(), null, undocumented, null, status.raw());
  }

  /**
   * Returns what a webhook about a subject of that kind reports. If its event name or its status is
   * not documented, or they contradict each other, it reports no terminal state and no KYC state,
   * and perhaps none at all.
   */
  static StatusReport of(
      Subject.Kind kind,
      @Nullable String eventName,
      Optional<EventMeaning> event,
      ReportedStatus status) {
    State byEvent = byEvent(kind, event);
    String undocumented = undocumentedTerm(eventName, event, byEvent, status);
    if (undocumented != null) {
      State reported = byEvent == State.UNKNOWN ? status.state() : byEvent;
      boolean isOfOrder =
          event.isPresent() || eventName == null || Vocabulary.isOrderEvent(eventName);
      boolean isSafe = kind == Subject.Kind.ORDER && isOfOrder && !reported.isClosed();
      State state = isSafe ? reported : State.UNKNOWN;
      return new StatusReport(state, null, undocumented, eventName, status.raw());
    }
    if (byEvent == State.REFUNDED) {
      State alongside = status.state().isTerminal() ? status.state() : null;
      return new StatusReport(State.REFUNDED, alongside, null, eventName, status.raw());
    }
    return new StatusReport(state(byEvent, status), null, null, eventName, status.raw());
  }

  /**
   * Returns whether the event may report more than Rampline understands: it has an undocumented
   * term and no state that counts all the same.
   */
  static boolean isWithheld(StatusReport report) {
    return report.unrecognizedTerm() != null && report.state() == State.UNKNOWN;
  }

  /**
   * Returns the state of an unverified event. An undocumented status does not hide a documented
   * event name: an unverified event never changes the state.
   */
  static State unverifiedState(
      Subject.Kind kind, Optional<EventMeaning> meaning, ReportedStatus status) {
    State event = byEvent(kind, meaning);
    return event == State.REFUNDED || status.isUndocumented() ? event : state(event, status);
  }

  /** Returns whether {@link #of} can have returned the report, with any vocabulary. */
  static boolean isPossible(Subject.Kind kind, StatusReport report) {
    String term = report.unrecognizedTerm();
    boolean isBounded =
        Stream.of(term, report.eventName(), report.rawStatus()).allMatch(Excerpt::isExcerpt);
    boolean isOfKind =
        report.state() == State.UNKNOWN
            || VocabularyReader.KYC_STATES.contains(report.state()) == (kind == Subject.Kind.KYC);
    return isBounded
        && isOfKind
        && (term == null ? isDocumented(report) : isUndocumented(kind, term, report));
  }

  private static boolean isDocumented(StatusReport report) {
    return report.state() != State.UNKNOWN
        && report.eventName() != null
        && (report.stateAlongsideRefund() == null || report.rawStatus() != null);
  }

  private static boolean isUndocumented(Subject.Kind kind, String term, StatusReport report) {
    boolean isSafe = kind == Subject.Kind.ORDER && !report.state().isClosed();
    String name = report.eventName() == null ? NO_EVENT_NAME : report.eventName();
    return (isSafe || report.state() == State.UNKNOWN)
        && (term.equals(name)
            || term.equals(report.rawStatus())
            || term.equals(Excerpt.of(name + ", " + report.rawStatus())));
  }

  private static State byEvent(Subject.Kind kind, Optional<EventMeaning> event) {
    return event
        .filter(meaning -> meaning.isAbout(kind))
        .map(EventMeaning::state)
        .orElse(State.UNKNOWN);
  }

  private static @Nullable String undocumentedTerm(
      @Nullable String eventName,
      Optional<EventMeaning> event,
      State byEvent,
      ReportedStatus status) {
    if (status.isUndocumented()) {
      return status.raw();
    }
    if (isContradictory(byEvent, status.state())) {
      return Excerpt.of(eventName + ", " + status.raw());
    }
    boolean isSilent = byEvent == State.UNKNOWN && status.isAbsent();
    if (event.isPresent() && !isSilent) {
      return null;
    }
    return eventName == null ? NO_EVENT_NAME : eventName;
  }

  /** A verdict is followed by no other state, except a rejection by a retry. */
  private static boolean isContradictory(State event, State status) {
    if (event == State.UNKNOWN || status == State.UNKNOWN || event == status) {
      return false;
    }
    if (event.isTerminal()) {
      boolean isCompletion = event == State.COMPLETED || status == State.COMPLETED;
      return status.isTerminal() && isCompletion;
    }
    boolean isRetry = event == State.REJECTED && status == State.RETRY;
    return VERDICTS.contains(event) && !isRetry;
  }

  /**
   * Prefers the status, unless neither is a terminal state and the event name has the higher rank.
   */
  private static State state(State event, ReportedStatus status) {
    if (status.isAbsent()) {
      return event;
    }
    boolean isClosed = status.state().isClosed() || event.isClosed();
    return !isClosed && event.rank() > status.state().rank() ? event : status.state();
  }
}
