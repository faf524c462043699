package dev.rampline.decoding;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a documented event name means by itself.
 *
 * @param kind of the subjects that it is about; null: of none
 * @param state that it tells such a subject to be in; {@link State#UNKNOWN}: it tells none
 */
public record EventMeaning(Subject.@Nullable Kind kind, State state) {
  public EventMeaning {
    Objects.requireNonNull(state, "state");
  }

  /** Whether subjects of that kind are what it is about. */
  public boolean isAbout(Subject.Kind other) {
    return kind == other;
  }
}
