package dev.rampline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.SourceDSL.lists;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** The reader accepts what Jackson accepts, and reads the same values. */
class JsonReaderPropertyTest {
  private static final long SEED = Long.getLong("rampline.seed", 20_260_301L);

  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(JsonReader.MAX_DEPTH).build())
          .build();

  private static final Gen<String> ANY_TOKEN =
      pick(
          List.of(
              "{",
              "}",
              "[",
              "]",
              ",",
              ":",
              "\"",
              "\"a\"",
              "\"b\":",
              "{\"a\":",
              "1",
              "-",
              "0",
              ".5",
              "e+1",
              "E9",
              "true",
              "false",
              "null",
              " ",
              "\n",
              "\t",
              "\r",
              "\\",
              "\\u",
              "00e9",
              "\\u0041",
              "\\n",
              "\\/",
              "\\x",
              "x",
              "\u0000",
              "\f",
              "\u007f",
              "\u00a0",
              "\ufeff",
              "\u00e9",
              "\uffff",
              "\ud83d\ude00",
              "[1,2]",
              "{\"k\":[{}]}",
              "[[[[[[[[",
              "]]]]]]]]"));

  private static final Gen<String> VALUE =
      pick(
          List.of(
              "1",
              "-0",
              "1.50",
              "1e-3",
              "01",
              "1.",
              "-",
              "true",
              "nul",
              "null",
              "\"\"",
              "\"a\"",
              "\"\\u00e9\\n\"",
              "\"\\ud800\"",
              "\"\\\"\"",
              "\"\t\"",
              "[]",
              "{}",
              "[1 , 2]",
              "{\"a\" : 1}",
              "{\"a\":1,\"a\":2}",
              "{\"\\u0061\":1,\"a\":2}",
              "{\"a\":{\"a\":[]}}"));

  private static final Gen<String> NAME =
      pick(
          List.of(
              "\"a\"",
              "\"b\"",
              "\"\"",
              "\"\\u0061\"",
              "\"\\ud83d\\ude00\"",
              "\"\\ud83d\"",
              "\"\\ude00x\"",
              "\" \"",
              "a",
              "\"\u00e9\""));

  @Test
  void anyTokens_areReadAsByJackson() {
    qt().withFixedSeed(SEED)
        .withExamples(20_000)
        .forAll(lists().of(ANY_TOKEN).ofSizeBetween(0, 9).map(tokens -> String.join("", tokens)))
        .checkAssert(JsonReaderPropertyTest::assertReadAsByJackson);
  }

  @Test
  void objectsAndArrays_areReadAsByJackson() {
    Gen<String> member = NAME.zip(VALUE, (name, value) -> name + " :" + value);
    qt().withFixedSeed(SEED)
        .withExamples(5_000)
        .forAll(
            lists().of(member).ofSizeBetween(0, 4),
            lists().of(VALUE).ofSizeBetween(0, 3),
            pick(List.of("", " ", "x", ",", "}", "\n")))
        .checkAssert(
            (members, items, end) ->
                assertReadAsByJackson(
                    "{%s,\"items\":[%s]}%s"
                        .formatted(String.join(",", members), String.join(",", items), end)));
  }

  private static void assertReadAsByJackson(String text) {
    assertThat(JsonReader.read(text)).as(text).isEqualTo(readByJackson(text));
  }

  private static Optional<Json> readByJackson(String text) {
    try (JsonParser parser = JACKSON.createParser(text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      Json value = value(parser);
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Json.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("Not the start of a value");
    };
  }

  private static Json object(JsonParser parser) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new Json.Obj(members);
  }

  private static Json array(JsonParser parser) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Json.Arr(items);
  }
}
