package dev.rampline.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictBase64Test {
  @ParameterizedTest
  @CsvSource({"-Pk, +Pk", "_Pk, /Pk", "P-k, P+k", "P_k=, P/k="})
  void alphabet_isDetectedByItsOwnCharacters_anywhere(String urlSafe, String plain) {
    assertThat(StrictBase64.decodeAny(urlSafe)).isPresent();
    assertThat(StrictBase64.decodeAny(urlSafe).orElseThrow())
        .isEqualTo(StrictBase64.decodeAny(plain).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+P_k", "-P/k", "P+l", "Pk=", "P", "P k=", "Pk==\n"})
  void textOfBothAlphabets_orNonCanonical_isEmpty(String text) {
    assertThat(StrictBase64.decodeAny(text)).isEmpty();
  }
}
