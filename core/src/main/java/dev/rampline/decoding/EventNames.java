package dev.rampline.decoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the event name of a payload ({@code docs/provider-api.md#a7}). */
final class EventNames {
  private static final List<MemberPath> EVENT_IDS = MemberPath.all(DocumentedFields.EVENT_IDS);
  private static final List<MemberPath> GENERAL_NAMES =
      MemberPath.all(DocumentedFields.GENERAL_EVENT_NAMES);

  private EventNames() {}

  static Optional<String> find(PayloadFieldReader reader, Vocabulary vocabulary) {
    Optional<String> first = first(reader, vocabulary);
    boolean isId =
        first.isPresent()
            && vocabulary.event(first.get()).isEmpty()
            && isIn(reader, EVENT_IDS, first.get());
    return (isId ? withoutIds(reader, vocabulary).or(() -> first) : first).map(Excerpt::of);
  }

  private static Optional<String> first(PayloadFieldReader reader, Vocabulary vocabulary) {
    return reader
        .findInRoot(ValueFormat.NAME, vocabulary.names().event())
        .or(() -> nested(reader, vocabulary, DocumentedFields.DATA))
        .or(() -> nested(reader, vocabulary, DocumentedFields.WEBHOOK_DATA))
        .or(() -> reader.findInBody(ValueFormat.NAME, vocabulary.names().nestedEvent()))
        .or(() -> general(reader, vocabulary));
  }

  /** A value of {@code eventId} that is no event name may be the id of the delivery. */
  private static Optional<String> withoutIds(PayloadFieldReader reader, Vocabulary vocabulary) {
    List<MemberPath> names = new ArrayList<>(vocabulary.names().event());
    names.removeAll(EVENT_IDS);
    return reader
        .findInRoot(ValueFormat.NAME, names)
        .or(() -> reader.findInBody(ValueFormat.NAME, names))
        .or(() -> general(reader, vocabulary));
  }

  private static boolean isIn(PayloadFieldReader reader, List<MemberPath> names, String name) {
    return Stream.concat(
            reader.findInRoot(ValueFormat.NAME, names).stream(),
            reader.allInBody(ValueFormat.NAME, names).stream())
        .anyMatch(name::equals);
  }

  private static Optional<String> nested(
      PayloadFieldReader reader, Vocabulary vocabulary, String object) {
    return reader.findInObject(object, ValueFormat.NAME, vocabulary.names().nestedEvent());
  }

  /** A member such as {@code type} is the event name only if its value is a known one. */
  private static Optional<String> general(PayloadFieldReader reader, Vocabulary vocabulary) {
    return GENERAL_NAMES.stream()
        .flatMap(
            name ->
                Stream.concat(
                    reader.findInRoot(ValueFormat.TEXT, List.of(name)).stream(),
                    reader.findInBody(ValueFormat.TEXT, List.of(name)).stream()))
        .filter(name -> vocabulary.event(name).isPresent())
        .findFirst();
  }
}
