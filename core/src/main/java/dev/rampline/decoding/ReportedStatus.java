package dev.rampline.decoding;

import static java.util.stream.Collectors.joining;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import java.util.List;
import java.util.function.Function;
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
    Function<Json, ReportedStatus> meaning =
        value -> {
          String text = text(value);
          return new ReportedStatus(text, vocabulary.status(kind, text).orElse(State.UNKNOWN));
        };
    return switch (kind) {
      case ORDER -> of(reader.firstValues(vocabulary.names().orderStatus()), meaning);
      case KYC -> {
        ReportedStatus status = of(reader.firstValues(vocabulary.names().kycStatus()), meaning);
        yield status.isAbsent()
            ? of(reader.valuesOfNoOrder(vocabulary.names().generalStatus()), meaning)
            : status;
      }
    };
  }

  /** Statuses under several names that contradict each other are not documented. */
  private static ReportedStatus of(List<Json> values, Function<Json, ReportedStatus> meaning) {
    if (values.size() < 2) {
      return values.isEmpty() ? ABSENT : meaning.apply(values.getFirst());
    }
    List<ReportedStatus> statuses = values.stream().map(meaning).toList();
    boolean isAgreed = statuses.stream().map(ReportedStatus::state).distinct().count() == 1;
    String all = statuses.stream().map(ReportedStatus::raw).distinct().collect(joining(", "));
    return isAgreed ? statuses.getFirst() : new ReportedStatus(Excerpt.of(all), State.UNKNOWN);
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
