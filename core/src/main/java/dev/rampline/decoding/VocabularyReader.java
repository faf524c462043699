package dev.rampline.decoding;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject.Kind;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of the setting {@code RAMPLINE_VOCABULARY} ({@code docs/settings.md#vocabulary}).
 */
public final class VocabularyReader {
  private static final Set<String> MEMBERS =
      new TreeSet<>(
          Set.of(
              "events",
              "orderStatuses",
              "kycStatuses",
              "fields",
              "envelope",
              "ignoredEvents",
              "signature"));
  private static final Set<String> SIGNATURE_MEMBERS = Set.of("header", "encoding");
  private static final Pattern TERM = Pattern.compile("[^*\\p{Cntrl}]{1,128}\\*?");
  private static final Pattern NAME =
      Pattern.compile("[^.\\p{Cntrl}]{1,64}(\\.[^.\\p{Cntrl}]{1,64})?");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
  static final Set<State> KYC_STATES =
      Set.of(State.NOT_SUBMITTED, State.SUBMITTED, State.APPROVED, State.REJECTED, State.RETRY);

  private VocabularyReader() {}

  /**
   * Reads additions.
   *
   * @throws InvalidVocabularyException if the text is not JSON, or has an unknown member or value
   */
  public static VocabularyAdditions read(String json) {
    Json.Obj members =
        object(
            JsonReader.read(json)
                .orElseThrow(() -> invalid("the value is not JSON, or has a member twice")),
            "the vocabulary");
    requireKnown(members, MEMBERS, "the vocabulary");
    Json.Obj signature = member(members, "signature");
    requireKnown(signature, SIGNATURE_MEMBERS, "signature");
    return new VocabularyAdditions(
        terms(members, "events", VocabularyReader::meaning),
        terms(members, "orderStatuses", text -> state(text, false)),
        terms(members, "kycStatuses", text -> state(text, true)),
        fields(member(members, "fields")),
        members.get("envelope").map(value -> names(value, "envelope")).orElse(List.of()),
        ignoredEvents(members),
        signature.get("header").map(VocabularyReader::header).orElse(null),
        signature.get("encoding").map(VocabularyReader::isBase64).orElse(false));
  }

  private static <T> Map<String, T> terms(
      Json.Obj members, String name, Function<String, @Nullable T> reader) {
    Map<String, T> terms = new LinkedHashMap<>();
    for (Map.Entry<String, Json> entry : member(members, name).members().entrySet()) {
      String term = term(entry.getKey(), name);
      String written = text(entry.getValue(), name + "." + term);
      T meaning = reader.apply(written);
      if (meaning == null) {
        throw invalid(
            "%s.%s: \"%s\" is not one of %s".formatted(name, term, written, allowed(name)));
      }
      terms.put(term, meaning);
    }
    return terms;
  }

  /** A kind alone means that the status of the event says which state it reports. */
  private static @Nullable EventMeaning meaning(String text) {
    for (Kind kind : Kind.values()) {
      if (kind.text().equals(text)) {
        return new EventMeaning(kind, State.UNKNOWN);
      }
    }
    State order = state(text, false);
    State kyc = state(text, true);
    return order != null
        ? new EventMeaning(Kind.ORDER, order)
        : kyc != null ? new EventMeaning(Kind.KYC, kyc) : null;
  }

  private static @Nullable State state(String text, boolean kyc) {
    return states(kyc).filter(state -> state.text().equals(text)).findFirst().orElse(null);
  }

  private static Stream<State> states(boolean kyc) {
    return Stream.of(State.values())
        .filter(state -> state != State.UNKNOWN && KYC_STATES.contains(state) == kyc);
  }

  private static String allowed(String name) {
    Stream<String> kinds = Stream.of(Kind.ORDER.text(), Kind.KYC.text());
    Stream<String> orders = states(false).map(State::text);
    Stream<String> kyc = states(true).map(State::text);
    return String.join(
        ", ",
        switch (name) {
          case "orderStatuses" -> orders.toList();
          case "kycStatuses" -> kyc.toList();
          default -> Stream.of(orders, kyc, kinds).flatMap(texts -> texts).toList();
        });
  }

  private static Map<String, List<String>> fields(Json.Obj members) {
    Set<String> known = new TreeSet<>();
    Stream.of(Field.values()).map(Field::text).forEach(known::add);
    known.addAll(
        Set.of(
            VocabularyAdditions.EVENT_NAME,
            VocabularyAdditions.STATUS,
            VocabularyAdditions.KYC_STATUS,
            VocabularyAdditions.TIMESTAMP));
    requireKnown(members, known, "fields");
    Map<String, List<String>> fields = new LinkedHashMap<>();
    members.members().forEach((name, value) -> fields.put(name, names(value, "fields." + name)));
    return fields;
  }

  private static Set<String> ignoredEvents(Json.Obj members) {
    Set<String> events = new HashSet<>();
    members
        .get("ignoredEvents")
        .ifPresent(
            value ->
                items(value, "ignoredEvents")
                    .forEach(
                        item -> events.add(term(text(item, "ignoredEvents"), "ignoredEvents"))));
    return events;
  }

  private static String term(String text, String where) {
    if (!TERM.matcher(text).matches() || text.isBlank()) {
      throw invalid("%s: \"%s\" is not a term, perhaps with * at its end".formatted(where, text));
    }
    return text;
  }

  private static List<String> names(Json value, String where) {
    return items(value, where).stream()
        .map(item -> text(item, where))
        .peek(
            name -> {
              if (!NAME.matcher(name).matches()) {
                throw invalid("%s: \"%s\" is not a member's name".formatted(where, name));
              }
            })
        .toList();
  }

  private static String header(Json value) {
    return Optional.of(text(value, "signature.header"))
        .filter(HEADER.asMatchPredicate())
        .orElseThrow(() -> invalid("signature.header is not a header's name"));
  }

  private static boolean isBase64(Json value) {
    return switch (text(value, "signature.encoding")) {
      case "hex" -> false;
      case "base64" -> true;
      default -> throw invalid("signature.encoding is neither hex nor base64");
    };
  }

  private static Json.Obj member(Json.Obj members, String name) {
    return members.get(name).map(value -> object(value, name)).orElse(new Json.Obj(Map.of()));
  }

  private static Json.Obj object(Json value, String where) {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw invalid(where + " is not a JSON object");
  }

  private static List<Json> items(Json value, String where) {
    if (value instanceof Json.Arr(List<Json> items)) {
      return items;
    }
    throw invalid(where + " is not a JSON array");
  }

  private static String text(Json value, String where) {
    if (value instanceof Json.Text(String text)) {
      return text;
    }
    throw invalid(where + " is not a JSON string");
  }

  private static void requireKnown(Json.Obj object, Set<String> known, String where) {
    for (String name : object.members().keySet()) {
      if (!known.contains(name)) {
        throw invalid(
            "%s has the unknown member \"%s\": use %s"
                .formatted(where, name, String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  private static InvalidVocabularyException invalid(String problem) {
    return new InvalidVocabularyException(problem);
  }
}
