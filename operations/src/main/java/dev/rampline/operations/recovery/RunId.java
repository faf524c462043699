package dev.rampline.operations.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * A unique id of a run. SQS drops a message whose deduplication id it has seen within five minutes.
 * With the run id in the deduplication id, SQS does not drop a message because of an earlier run,
 * but still drops duplicates within a run.
 *
 * @param text a unique text
 */
record RunId(String text) {
  RunId {
    Objects.requireNonNull(text, "text");
  }

  static RunId create() {
    return new RunId(UUID.randomUUID().toString());
  }

  /** Returns a deduplication id of fixed length for a message id. */
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
