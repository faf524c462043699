package dev.rampline.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.SourceDSL.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

class StrictBase64Test {
  private static final Gen<String> CHARACTERS =
      pick(
          List.of(
              "A", "B", "I", "Q", "w", "g", "8", "0", "9", "-", "_", "+", "/", "=", "=", ".", "\n",
              "\u00e9"));

  @ParameterizedTest
  @CsvSource({"-Pk, +Pk", "_Pk, /Pk", "P-k, P+k", "P_k=, P/k="})
  void alphabet_isDetectedByItsOwnCharacters_anywhere(String urlSafe, String plain) {
    assertThat(StrictBase64.decodeAny(urlSafe)).isPresent();
    assertThat(StrictBase64.decodeAny(urlSafe).orElseThrow())
        .isEqualTo(StrictBase64.decodeAny(plain).orElseThrow());
  }

  /** The reference decodes and encodes again, which is slower. */
  @Test
  void text_isDecoded_ifItIsTheOneEncodingOfItsValue() {
    qt().withFixedSeed(20_260_301L)
        .withExamples(50_000)
        .forAll(lists().of(CHARACTERS).ofSizeBetween(0, 9).map(all -> String.join("", all)))
        .checkAssert(
            text -> {
              boolean isUrlSafe = text.contains("-") || text.contains("_");
              Base64.Encoder encoder = isUrlSafe ? Base64.getUrlEncoder() : Base64.getEncoder();
              Base64.Decoder decoder = isUrlSafe ? Base64.getUrlDecoder() : Base64.getDecoder();
              assertThat(StrictBase64.decodeAny(text).map(HexFormat.of()::formatHex))
                  .isEqualTo(
                      reencoded(
                          text, decoder, text.endsWith("=") ? encoder : encoder.withoutPadding()));
              byte[] token = (".." + text + ".").getBytes(StandardCharsets.ISO_8859_1);
              Optional<byte[]> part =
                  Optional.ofNullable(StrictBase64.decodeToken(token, 2, token.length - 1));
              assertThat(part.map(HexFormat.of()::formatHex))
                  .isEqualTo(
                      reencoded(
                          text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding()));
            });
  }

  private static Optional<String> reencoded(
      String text, Base64.Decoder decoder, Base64.Encoder encoder) {
    try {
      byte[] decoded = decoder.decode(text);
      return encoder.encodeToString(decoded).equals(text)
          ? Optional.of(HexFormat.of().formatHex(decoded))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+P_k", "-P/k", "P+l", "Pk=", "P", "P k=", "Pk==\n"})
  void textOfBothAlphabets_orNonCanonical_isEmpty(String text) {
    assertThat(StrictBase64.decodeAny(text)).isEmpty();
  }
}
