package dev.rampline.decoding;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether the {@link WebhookDecoder} can have created an event. It may have done so with
 * another vocabulary and other extra fields than today's, since events wait in the retry queue.
 */
public final class DecodedEventRules {
  private static final FieldSource ORDER_ID = DocumentedFields.ORDER_ID;

  private DecodedEventRules() {}

  /** Returns whether the decoder can have created the event. */
  public static boolean isDecodable(VerifiedEvent event) {
    Subject.Kind kind = event.subject().kind();
    Map<String, String> values = event.fields().values();
    return isIdentified(event.subject(), values)
        && values.entrySet().stream().allMatch(value -> isField(kind, value))
        && UnknownFieldNames.isPossible(event.fields().unknownNames())
        && StatusReports.isPossible(kind, event.status())
        && EventTime.isPossible(event.occurredAt(), event.metadata().receivedAt());
  }

  /** The id with the highest precedence says which subject it is. */
  private static boolean isIdentified(Subject subject, Map<String, String> values) {
    return ids(subject.kind())
        .filter(source -> values.containsKey(source.field().text()))
        .findFirst()
        .map(source -> Map.entry(source.field(), values.get(source.field().text())))
        .filter(id -> isIdentified(subject, id.getKey(), id.getValue()))
        .isPresent();
  }

  private static boolean isIdentified(Subject subject, Field field, String id) {
    String expected = Identity.subject(Map.of(field, id)).map(Subject::text).orElse("");
    boolean isAbridged = isCut(id) || id.indexOf(Excerpt.REPLACEMENT) >= 0;
    return isAbridged
        ? subject.text().startsWith(expected.substring(0, expected.indexOf('~') + 1))
        : subject.text().equals(expected);
  }

  private static boolean isField(Subject.Kind kind, Map.Entry<String, String> value) {
    String name = value.getKey();
    String text = value.getValue();
    if (text.isEmpty() || !Excerpt.isExcerpt(text)) {
      return false;
    }
    return name.startsWith(EventFields.EXTRA_PREFIX)
        ? UnknownFieldNames.isName(name.substring(EventFields.EXTRA_PREFIX.length()))
        : sources(kind)
            .filter(source -> source.field().text().equals(name))
            .anyMatch(source -> isFormatted(source.form(), text));
  }

  /** Space in the middle of a code that was cut may be at the end of the rest. */
  private static boolean isFormatted(ValueFormat form, String text) {
    return (form == ValueFormat.CODE && isCut(text))
        || form.read(new Json.Text(text)).equals(Optional.of(text));
  }

  private static boolean isCut(String text) {
    return text.length() >= EventFields.MAX_TEXT - 1;
  }

  private static Stream<FieldSource> sources(Subject.Kind kind) {
    List<FieldSource> fields =
        kind == Subject.Kind.ORDER ? DocumentedFields.ORDER_FIELDS : List.of();
    return Stream.concat(ids(kind), fields.stream());
  }

  private static Stream<FieldSource> ids(Subject.Kind kind) {
    return kind == Subject.Kind.ORDER ? Stream.of(ORDER_ID) : DocumentedFields.KYC_IDS.stream();
  }
}
