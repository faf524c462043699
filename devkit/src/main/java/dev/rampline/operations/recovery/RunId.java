package dev.rampline.operations.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * Tells the sends of one run from all others. For five minutes SQS drops what it has seen under the
 * same deduplication id: an earlier send would swallow this one, and within a run the second of two
 * equal sends is meant to be swallowed.
 *
 * @param text anything that no other run has
 */
record RunId(String text) {
  RunId {
    Objects.requireNonNull(text, "text");
  }

  static RunId create() {
    return new RunId(UUID.randomUUID().toString());
  }

  /** As long as SQS allows it, however long the message's own id is. */
  String deduplicationId(String messageId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest((messageId + '\n' + text).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
