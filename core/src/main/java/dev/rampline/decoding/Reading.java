package dev.rampline.decoding;

import dev.rampline.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds values in one payload, and remembers which known fields did not fit. */
final class Reading {
  private final Payload payload;
  private final Set<String> leftOut = new HashSet<>();

  Reading(Payload payload) {
    this.payload = payload;
  }

  /** The first value that says something and fits, in the body. */
  Optional<String> inBody(Form form, List<String> names) {
    return first(payload.body(), form, names);
  }

  /** The same in the root. */
  Optional<String> inRoot(Form form, List<String> names) {
    return first(List.of(payload.root()), form, names);
  }

  /** The same in an object of the root, if there is one of that name. */
  Optional<String> inObject(String object, Form form, List<String> names) {
    return Payload.object(payload.root(), object)
        .flatMap(part -> first(List.of(part), form, names));
  }

  /** The first value of the body that says something, whatever it is. */
  Optional<Json> told(List<String> names) {
    return candidates(payload.body(), names)
        .map(Candidate::value)
        .filter(Form.CODE::tells)
        .findFirst();
  }

  Payload payload() {
    return payload;
  }

  int leftOut() {
    return leftOut.size();
  }

  private Optional<String> first(List<Json.Obj> parts, Form form, List<String> names) {
    return candidates(parts, names)
        .filter(candidate -> form.tells(candidate.value()))
        .flatMap(candidate -> read(candidate, form).stream())
        .findFirst();
  }

  private Optional<String> read(Candidate candidate, Form form) {
    Optional<String> text = form.read(candidate.value());
    if (text.isEmpty()) {
      leftOut.add(candidate.name());
    }
    return text;
  }

  private static Stream<Candidate> candidates(List<Json.Obj> parts, List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                parts.stream()
                    .flatMap(part -> part.get(name).stream())
                    .map(value -> new Candidate(name, value)));
  }

  private record Candidate(String name, Json value) {}
}
