package dev.rampline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile texts: none throws, and only depth and unpaired surrogates in names are rejected. */
class JsonReaderLimitsTest {
  @Test
  void nesting_isReadUpToTheLimit() {
    assertThat(JsonReader.read(arrays(JsonReader.MAX_DEPTH))).isPresent();
    assertThat(JsonReader.read(arrays(JsonReader.MAX_DEPTH + 1))).isEmpty();
    assertThat(JsonReader.read(arrays(1_000_000))).isEmpty();
    assertThat(JsonReader.read("[".repeat(1_000_000))).isEmpty();
    assertThat(JsonReader.read("{\"a\":".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1E-99999999999", "0e99999999999", "1e2147483648"})
  void numberWithAHugeExponent_keepsItsText(String literal) {
    assertThat(JsonReader.read(literal)).hasValue(number(literal));
  }

  @Test
  void longNumber_keepsItsText() {
    for (String literal : List.of("7".repeat(65_536), "0." + "7".repeat(65_536))) {
      assertThat(JsonReader.read(literal)).hasValue(number(literal));
    }
  }

  @Test
  void longNameAndText_areRead() {
    String text = "n".repeat(65_536);
    assertThat(JsonReader.read("{\"" + text + "\":\"" + text + "\"}"))
        .hasValue(new Json.Obj(Map.of(text, new Json.Text(text))));
  }

  @Test
  void unpairedSurrogate_isKeptInText_andRejectedInAName() {
    assertThat(JsonReader.read("{\"\\udfaa\":0}")).isEmpty();
    assertThat(JsonReader.read("{\"\udfaa\":0}")).isEmpty();
    assertThat(JsonReader.read("{\"\\ud83d\\ude00\":0}")).isPresent();
    assertThat(JsonReader.read("\"\\ud800\"")).hasValue(new Json.Text("\ud800"));
    assertThat(JsonReader.read("\"\udfaa\"")).hasValue(new Json.Text("\udfaa"));
  }

  @Test
  void namesWithEqualHashCodes_areRead() {
    String object =
        IntStream.range(0, 4_096)
            .mapToObj(JsonReaderLimitsTest::collidingName)
            .map(name -> "\"" + name + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(JsonReader.read(object))
        .hasValueSatisfying(json -> assertThat(((Json.Obj) json).members()).hasSize(4_096));
  }

  private static String collidingName(int number) {
    return IntStream.range(0, 12)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }

  private static Json number(String literal) {
    return new Json.Num(literal);
  }

  private static String arrays(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
