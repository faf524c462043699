package dev.rampline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\u0000", "\uFEFFa", "\u00e9\u20ac\ud83d\ude00", "\uFFFD"})
  void utf8_isDecoded(String text) {
    assertThat(StrictUtf8.decode(text.getBytes(StandardCharsets.UTF_8))).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "c0af",
        "c3",
        "e282",
        "eda080",
        "edbfbf",
        "f0808080",
        "f4908080",
        "ff",
        "efbfbdff"
      })
  void invalidUtf8_isEmpty(String hex) {
    assertThat(StrictUtf8.decode(HexFormat.of().parseHex(hex))).isEmpty();
  }
}
