package dev.rampline.verification;

import java.util.Base64;
import java.util.Optional;

/**
 * Decodes base64 with exactly one encoding per value. The JDK's decoders ignore stray bits in the
 * last character, so that one signature would have several encodings.
 */
final class StrictBase64 {
  private StrictBase64() {}

  /** Decodes the URL-safe alphabet without padding: RFC 7515 section 2. */
  static Optional<byte[]> decodeToken(String text) {
    return decode(text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
  }

  /** Decodes either alphabet, padded or not. */
  static Optional<byte[]> decodeAny(String text) {
    boolean isUrlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    Base64.Decoder decoder = isUrlSafe ? Base64.getUrlDecoder() : Base64.getDecoder();
    Base64.Encoder encoder = isUrlSafe ? Base64.getUrlEncoder() : Base64.getEncoder();
    return decode(text, decoder, text.endsWith("=") ? encoder : encoder.withoutPadding());
  }

  private static Optional<byte[]> decode(
      String text, Base64.Decoder decoder, Base64.Encoder encoder) {
    try {
      byte[] decoded = decoder.decode(text);
      return encoder.encodeToString(decoded).equals(text) ? Optional.of(decoded) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
