package dev.rampline.decoding;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives an event's state from its event name and its status ({@code
 * docs/architecture.md#orders}).
 */
final class StatusReports {
  private StatusReports() {}

  /**
   * Returns the report about a subject of that kind. The name of an event about the other kind is
   * ignored.
   */
  static StatusReport of(Subject.Kind kind, @Nullable String eventName, ReportedStatus status) {
    Optional<EventMeaning> event = Optional.ofNullable(eventName).flatMap(Vocabulary::event);
    State byEvent =
        event
            .filter(meaning -> meaning.isAbout(kind))
            .map(EventMeaning::state)
            .orElse(State.UNKNOWN);
    if (byEvent == State.REFUNDED) {
      State alongside = status.state().isTerminal() ? status.state() : null;
      return new StatusReport(State.REFUNDED, alongside, null, eventName, status.raw());
    }
    if (status.isUndocumented()) {
      return new StatusReport(State.UNKNOWN, null, status.raw(), eventName, status.raw());
    }
    String undocumented = event.isEmpty() ? eventName : null;
    return new StatusReport(state(byEvent, status), null, undocumented, eventName, status.raw());
  }

  /**
   * Returns the state of an unverified event. An undocumented status does not hide a documented
   * event name: an unverified event never changes the state.
   */
  static State unverifiedState(State event, ReportedStatus status) {
    return event == State.REFUNDED || status.isUndocumented() ? event : state(event, status);
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
