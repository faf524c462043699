package dev.rampline.verification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The minimum strength of each kind of key ({@code
 * docs/architecture.md#secrets-and-token-rotation}).
 */
enum KeyStrength {
  ACCESS_TOKEN("accessTokens", 16),
  /** ASCII only: the AES key is padded by characters, but its length is in bytes. */
  WEBHOOK_SECRET("webhookSecrets", 8) {
    @Override
    void require(Secret secret) {
      super.require(secret);
      if (!StandardCharsets.US_ASCII.newEncoder().canEncode(secret.text())) {
        throw new InvalidKeysException(member() + " has an entry that is not ASCII");
      }
    }
  };

  /** The length of an HMAC-SHA256 hash: RFC 7518 section 3.2. */
  private static final int RECOMMENDED_BYTES = 32;

  private final String member;
  private final int minBytes;

  KeyStrength(String member, int minBytes) {
    this.member = member;
    this.minBytes = minBytes;
  }

  /** Returns the document's member for keys of this kind. */
  String member() {
    return member;
  }

  void require(Secret secret) {
    if (bytes(secret) < minBytes) {
      throw new InvalidKeysException(member + " has an entry shorter than " + minBytes + " bytes");
    }
  }

  Optional<String> warning(List<Secret> secrets) {
    return secrets.stream().anyMatch(secret -> bytes(secret) < RECOMMENDED_BYTES)
        ? Optional.of(member + " has an entry shorter than " + RECOMMENDED_BYTES + " bytes")
        : Optional.empty();
  }

  private static int bytes(Secret secret) {
    return secret.text().getBytes(StandardCharsets.UTF_8).length;
  }
}
