package dev.rampline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile text may try: none of it throws, and none is refused but for its depth. */
class JsonReaderLimitsTest {
  @Test
  void nesting_upToTheLimit_isReadAndDeeperIsEmpty() {
    assertThat(JsonReader.read(arrays(JsonReader.MAX_DEPTH))).isPresent();
    assertThat(JsonReader.read(arrays(JsonReader.MAX_DEPTH + 1))).isEmpty();
    assertThat(JsonReader.read(arrays(1_000_000))).isEmpty();
    assertThat(JsonReader.read("[".repeat(1_000_000))).isEmpty();
    assertThat(JsonReader.read("{\"a\":".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1E-99999999999", "0e99999999999", "1e2147483648"})
  void number_withAnExponentBeyondAnInt_keepsItsText(String literal) {
    assertThat(JsonReader.read(literal)).hasValue(number(literal));
  }

  @Test
  void number_asLongAsABody_keepsItsText() {
    for (String literal : List.of("7".repeat(65_536), "0." + "7".repeat(65_536))) {
      assertThat(JsonReader.read(literal)).hasValue(number(literal));
    }
  }

  @Test
  void nameAndText_asLongAsABody_areRead() {
    String text = "n".repeat(65_536);
    assertThat(JsonReader.read("{\"" + text + "\":\"" + text + "\"}"))
        .hasValue(new Json.Obj(Map.of(text, new Json.Text(text))));
  }

  @Test
  void surrogate_withoutItsPartner_isKeptInTextAndRefusedInANameThatEscapesIt() {
    assertThat(JsonReader.read("{\"\\udfaa\":0}")).isEmpty();
    assertThat(JsonReader.read("\"\\ud800\"")).hasValue(new Json.Text("\ud800"));
    assertThat(JsonReader.read("\"\udfaa\"")).hasValue(new Json.Text("\udfaa"));
  }

  @Test
  void names_thatShareOneHashCode_areRead() {
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
