package dev.rampline.decoding;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a known event name.
 *
 * @param kind kind of its subjects; null if the event has no subject
 * @param state state of the subject after the event; {@link State#UNKNOWN} if the event name does
 *     not say
 */
public record EventMeaning(Subject.@Nullable Kind kind, State state) {
  /** An event without a subject, which changes nothing. */
  public static final EventMeaning IGNORED = new EventMeaning(null, State.UNKNOWN);

  public EventMeaning {
    Objects.requireNonNull(state, "state");
  }

  /** Returns whether the event is about subjects of that kind. */
  public boolean isAbout(Subject.Kind other) {
    return kind == other;
  }

  /** Returns whether the event has no subject. */
  public boolean isIgnored() {
    return kind == null;
  }
}
