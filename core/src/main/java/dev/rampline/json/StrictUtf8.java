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
    try {
      // A new decoder reports malformed input; String's constructor would replace it.
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
