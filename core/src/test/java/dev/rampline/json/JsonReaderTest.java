package dev.rampline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void document_ofEveryKind_isReadAsItWasWritten() {
    assertThat(
            JsonReader.read(
                " {\"b\":[1.50,-0,1E+2],\"a\":{\"\":\"\\u00e9\\n\"},\"c\":null,\"d\":true}\n"))
        .hasValue(
            new Json.Obj(
                Map.of(
                    "b", new Json.Arr(List.of(number("1.50"), number("-0"), number("1E+2"))),
                    "a", new Json.Obj(Map.of("", new Json.Text("\u00e9\n"))),
                    "c", new Json.Null(),
                    "d", new Json.Bool(true))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t\r\n",
        "{",
        "[",
        "[1",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "\"a",
        "tru",
        "nul",
        "}",
        "]",
        ",",
        ":",
        "{\"a\":1,}",
        "[1,]",
        "[,1]",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "[{\"a\":{\"b\":1,\"b\":1}}]",
        "{}{}",
        "{} x",
        "{}\u0000",
        "1 2",
        "\u0000{}",
        "\u001e{}",
        "\uFEFF{}",
        "{}\uFEFF",
        "\u00a0{}",
        "\u2028{}",
        "// comment\n{}",
        "{}# comment",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "0x10",
        "1_000",
        "\uff11",
        "NaN",
        "-Infinity",
        "True",
        "undefined",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\t\"",
        "\"\u0000\""
      })
  void text_thatIsNotStrictJson_isEmpty(String text) {
    assertThat(JsonReader.read(text)).isEmpty();
  }

  @Test
  void byteOrderMark_beforeBytes_isNotJson() {
    assertThat(JsonReader.read("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(JsonReader.read("{}".getBytes(StandardCharsets.UTF_16))).isEmpty();
    assertThat(JsonReader.read("{}".getBytes(StandardCharsets.UTF_8))).isPresent();
  }

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
            .mapToObj(JsonReaderTest::collidingName)
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
