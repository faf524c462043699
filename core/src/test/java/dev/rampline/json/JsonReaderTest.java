package dev.rampline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void anyValue_isReadAsWritten() {
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
  void invalidJson_isEmpty(String text) {
    assertThat(JsonReader.read(text)).isEmpty();
  }

  @Test
  void byteOrderMark_isNotJson() {
    assertThat(JsonReader.read("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(JsonReader.read("{}".getBytes(StandardCharsets.UTF_16))).isEmpty();
    assertThat(JsonReader.read("{}".getBytes(StandardCharsets.UTF_8))).isPresent();
  }

  private static Json number(String literal) {
    return new Json.Num(literal);
  }
}
