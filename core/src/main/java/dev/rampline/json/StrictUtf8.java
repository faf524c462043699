package dev.rampline.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes UTF-8 without replacing invalid bytes. A byte order mark is kept. */
public final class StrictUtf8 {
  private StrictUtf8() {}

  /** Decodes bytes; empty if they are not UTF-8. Never throws for its input. */
  public static Optional<String> decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // String's constructor replaces invalid bytes by U+FFFD. Only a text that contains it needs the
    // slower decoder, which reports errors.
    return text.indexOf('\uFFFD') < 0 ? Optional.of(text) : decodeOrReport(bytes);
  }

  private static Optional<String> decodeOrReport(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
