package dev.rampline.decoding;

import java.util.List;
import java.util.Optional;

/** Finds the event name of a payload ({@code docs/provider-api.md#a7}). */
final class EventNames {
  private EventNames() {}

  static Optional<String> find(PayloadFieldReader reader, Vocabulary vocabulary) {
    return reader
        .findInRoot(ValueFormat.NAME, vocabulary.eventNames())
        .or(() -> nested(reader, vocabulary, DocumentedFields.DATA))
        .or(() -> nested(reader, vocabulary, DocumentedFields.WEBHOOK_DATA))
        .or(() -> reader.findInBody(ValueFormat.NAME, vocabulary.nestedEventNames()))
        .or(() -> general(reader, vocabulary))
        .map(Excerpt::of);
  }

  private static Optional<String> nested(
      PayloadFieldReader reader, Vocabulary vocabulary, String object) {
    return reader.findInObject(object, ValueFormat.NAME, vocabulary.nestedEventNames());
  }

  /** A member such as {@code type} is the event name only if its value is a known one. */
  private static Optional<String> general(PayloadFieldReader reader, Vocabulary vocabulary) {
    List<String> names = DocumentedFields.GENERAL_EVENT_NAMES;
    return names.stream()
        .flatMap(name -> reader.findInRoot(ValueFormat.TEXT, List.of(name)).stream())
        .filter(name -> vocabulary.event(name).isPresent())
        .findFirst();
  }
}
