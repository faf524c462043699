package dev.rampline.decoding;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a status.
 *
 * @param raw the status as written, with limited length; null if absent
 * @param state its meaning; {@link State#UNKNOWN} if it is absent or undocumented
 */
record ReportedStatus(@Nullable String raw, State state) {
  private static final ReportedStatus ABSENT = new ReportedStatus(null, State.UNKNOWN);

  static ReportedStatus of(Subject.Kind kind, Optional<Json> value) {
    return value.map(written -> of(kind, written)).orElse(ABSENT);
  }

  boolean isAbsent() {
    return raw == null;
  }

  boolean isUndocumented() {
    return raw != null && state == State.UNKNOWN;
  }

  private static ReportedStatus of(Subject.Kind kind, Json value) {
    return value instanceof Json.Text(String text)
        ? new ReportedStatus(Excerpt.of(text), Vocabulary.status(kind, text).orElse(State.UNKNOWN))
        : new ReportedStatus(typeOf(value), State.UNKNOWN);
  }

  /** Replaces a status that is not text: its content is not stored. */
  private static String typeOf(Json value) {
    return switch (value) {
      case Json.Obj _ -> "(object)";
      case Json.Arr _ -> "(array)";
      case Json.Num _ -> "(number)";
      case Json.Bool _ -> "(boolean)";
      case Json.Text _ -> "(text)";
      case Json.Null _ -> "(null)";
    };
  }
}
