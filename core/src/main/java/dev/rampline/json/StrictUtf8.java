package dev.rampline.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 that replaces nothing: what is not UTF-8 is not text. A byte order mark stays in it. */
public final class StrictUtf8 {
  private StrictUtf8() {}

  /** The text that the bytes are, or empty if they are not UTF-8. Never throws for its input. */
  public static Optional<String> decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // What String's constructor cannot decode it replaces by this character: most often by none,
    // and then the slower decoder, which reports instead, is not needed.
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
