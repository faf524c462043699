package dev.rampline.function.webhook;

import dev.rampline.verification.WebhookVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Decompresses bodies that were sent with {@code content-encoding: gzip}. */
final class BodyDecompressor {
  private static final int FIRST_BYTE = 0x1f;
  private static final int SECOND_BYTE = 0x8b;

  private BodyDecompressor() {}

  /**
   * Returns whether a body is compressed. Its first bytes decide and not the header, which a proxy
   * may leave after it decompressed the body; no body in UTF-8 begins so.
   */
  static boolean isGzip(byte[] body) {
    return body.length > 1
        && Byte.toUnsignedInt(body[0]) == FIRST_BYTE
        && Byte.toUnsignedInt(body[1]) == SECOND_BYTE;
  }

  /**
   * Returns the body, or of a larger one as many bytes as make it too large; empty if it cannot be
   * decompressed.
   */
  static Optional<byte[]> decompress(byte[] body) {
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return Optional.of(content.readNBytes(WebhookVerifier.MAX_BODY_BYTES + 1));
    } catch (IOException notGzip) {
      return Optional.empty();
    }
  }
}
