package dev.rampline.decoding;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a status.
 *
 * @param raw the status as written, with limited length; null if absent
 * @param state its meaning; {@link State#UNKNOWN} if it is absent or undocumented
 */
record ReportedStatus(@Nullable String raw, State state) {
  private static final ReportedStatus ABSENT = new ReportedStatus(null, State.UNKNOWN);

  static ReportedStatus from(PayloadFieldReader reader, Subject.Kind kind, Vocabulary vocabulary) {
    return reader
        .firstValue(vocabulary.statusNames(kind))
        .map(ReportedStatus::text)
        .map(text -> new ReportedStatus(text, vocabulary.status(kind, text).orElse(State.UNKNOWN)))
        .orElse(ABSENT);
  }

  boolean isAbsent() {
    return raw == null;
  }

  boolean isUndocumented() {
    return raw != null && state == State.UNKNOWN;
  }

  /** Objects and arrays may contain personal data: their content is not stored. */
  private static String text(Json value) {
    return switch (value) {
      case Json.Text(String text) -> Excerpt.of(text);
      case Json.Num(String literal) -> Excerpt.of(literal);
      case Json.Bool(boolean truth) -> Boolean.toString(truth);
      case Json.Obj _ -> "(object)";
      case Json.Arr _ -> "(array)";
      case Json.Null _ -> "(null)";
    };
  }
}
