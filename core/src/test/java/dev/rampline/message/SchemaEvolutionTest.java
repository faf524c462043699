package dev.rampline.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** New schemas only add to those of every release ({@code docs/consuming.md#what-may-change}). */
class SchemaEvolutionTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> PROSE = Set.of("title", "description");
  private static final Path DATA = PublishedSchemas.NEW.resolve("data.v1.schema.json");
  private static final Pattern RELEASE = Pattern.compile("(?m)^## \\[?(\\d+\\.\\d+\\.\\d+)");

  static Stream<Path> releasedSchemas() {
    return PublishedSchemas.releases()
        .flatMap(release -> PublishedSchemas.in(release, "").stream());
  }

  @ParameterizedTest
  @MethodSource("releasedSchemas")
  void newSchema_onlyAddsToTheReleasedOne(Path released) {
    Path current = PublishedSchemas.NEW.resolve(released.getFileName());

    assertThat(changes(read(released), read(current), "")).isEmpty();
  }

  @Test
  void everyReleaseInTheChangelog_hasItsSchemas() {
    List<String> kept =
        PublishedSchemas.releases().map(release -> release.getFileName().toString()).toList();
    List<String> released =
        RELEASE
            .matcher(PublishedSchemas.text(Path.of("../CHANGELOG.md")))
            .results()
            .map(heading -> heading.group(1))
            .toList();

    assertThat(kept).isNotEmpty().containsAll(released);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"orderId\"'       | '\"order\"'",
        "'\"unknown\"\n      ]' | '\"unknown\", \"lost\"\n      ]'",
        "'\"backfill\"\n  ]' | '\"trust\"\n  ]'",
        "'\"boolean\"'       | '\"string\"'",
        "'\"maxLength\": 1024' | '\"maxLength\": 2048'",
        "'\"minItems\": 1,'  | ''",
      })
  void change_thatAConsumerWouldNotice_isFound(String part, String replacement) {
    String text = PublishedSchemas.text(DATA);
    assertThat(text).contains(part);

    assertThat(changes(parse(text), parse(text.replace(part, replacement)), "")).isNotEmpty();
  }

  @Test
  void newMember_isNoChange() {
    String text = PublishedSchemas.text(DATA);
    String extended =
        text.replace("\"backfill\": {", "\"tip\": {\"$ref\": \"#/$defs/amount\"}, \"backfill\": {");

    assertThat(extended).isNotEqualTo(text);
    assertThat(changes(parse(text), parse(extended), "")).isEmpty();
  }

  /** Or the messages that {@link MessageSchemaTest} validates would not be of all kinds. */
  @Test
  void messagesOfTheTests_haveEveryMember_andEveryState() {
    JsonNode schema = read(DATA);
    Set<String> states = new TreeSet<>();
    Set<String> members = new TreeSet<>();
    MessageRecords.all()
        .map(record -> parse(new MessageComposer("production").compose(record).body()))
        .forEach(
            message -> {
              JsonNode data = message.path("data");
              states.add(data.path("state").asText());
              data.fieldNames().forEachRemaining(members::add);
              data.path("conflict").fieldNames().forEachRemaining(members::add);
            });

    assertThat(members)
        .containsAll(names(schema))
        .containsAll(names(schema.at("/$defs/order")))
        .containsAll(names(schema.at("/$defs/kyc")))
        .containsAll(names(schema.at("/properties/conflict/oneOf/1")));
    assertThat(states)
        .containsAll(texts(schema.at("/$defs/orderState/enum")))
        .containsAll(texts(schema.at("/$defs/kycState/enum")));
  }

  /**
   * Returns what a schema no longer says, or says in another way. It may name more members, require
   * more of them, and have other descriptions.
   */
  private static List<String> changes(JsonNode released, JsonNode current, String pointer) {
    if (!released.isObject()) {
      return released.equals(current) ? List.of() : List.of(pointer);
    }
    List<String> changes = new ArrayList<>();
    released
        .properties()
        .forEach(
            entry -> {
              String keyword = entry.getKey();
              JsonNode before = entry.getValue();
              JsonNode now = current.path(keyword);
              String at = pointer + "/" + keyword;
              if (PROSE.contains(keyword) && before.isTextual()) {
                return;
              }
              if (keyword.equals("required")) {
                texts(before).stream()
                    .filter(member -> !texts(now).contains(member))
                    .forEach(member -> changes.add(at + "/" + member));
              } else if (keyword.equals("oneOf") && before.size() == now.size()) {
                for (int index = 0; index < before.size(); index++) {
                  changes.addAll(changes(before.get(index), now.get(index), at + "/" + index));
                }
              } else {
                changes.addAll(changes(before, now, at));
              }
            });
    return changes;
  }

  private static Set<String> names(JsonNode schema) {
    return schema.path("properties").properties().stream()
        .map(entry -> entry.getKey())
        .collect(Collectors.toSet());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode read(Path file) {
    return parse(PublishedSchemas.text(file));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException invalid) {
      throw new IllegalArgumentException(invalid);
    }
  }
}
