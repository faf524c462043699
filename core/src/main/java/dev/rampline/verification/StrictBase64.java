package dev.rampline.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes base64 with exactly one encoding per value. The JDK's decoders ignore stray bits in the
 * last character, so that one signature would have several encodings.
 */
final class StrictBase64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private StrictBase64() {}

  /**
   * Decodes a part of a text in the URL-safe alphabet without padding: RFC 7515 section 2.
   *
   * @return null if it is not canonical base64
   */
  static byte @Nullable [] decodeToken(byte[] ascii, int begin, int end) {
    return end > begin && ascii[end - 1] == '='
        ? null
        : decode(Base64.getUrlDecoder(), ascii, begin, end);
  }

  /** Decodes either alphabet, padded or not. */
  static Optional<byte[]> decodeAny(String text) {
    boolean isUrlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    Base64.Decoder decoder = isUrlSafe ? Base64.getUrlDecoder() : Base64.getDecoder();
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    return Optional.ofNullable(decode(decoder, ascii, 0, ascii.length));
  }

  private static byte @Nullable [] decode(
      Base64.Decoder decoder, byte[] ascii, int begin, int end) {
    if (hasStrayBits(ascii, begin, end)) {
      return null;
    }
    try {
      ByteBuffer decoded = decoder.decode(ByteBuffer.wrap(ascii, begin, end - begin));
      return decoded.limit() == decoded.capacity()
          ? decoded.array()
          : Arrays.copyOf(decoded.array(), decoded.limit());
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /** Returns whether the last character contains bits that belong to no byte. */
  private static boolean hasStrayBits(byte[] ascii, int begin, int end) {
    int last = end;
    while (last > begin && ascii[last - 1] == '=') {
      last--;
    }
    int strayBits = (last - begin) % 4 * 6 % 8;
    return last > begin && strayBits > 0 && (valueOf(ascii[last - 1]) & (1 << strayBits) - 1) != 0;
  }

  private static int valueOf(byte character) {
    return switch (character) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> ALPHABET.indexOf(character);
    };
  }
}
