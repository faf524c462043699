package dev.rampline.verification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** How strong a key of each kind must be (design §8). */
enum KeyStrength {
  ACCESS_TOKEN("accessTokens", 16),
  /** ASCII only: the padding that makes its AES key counts characters, and AES counts bytes. */
  WEBHOOK_SECRET("webhookSecrets", 8) {
    @Override
    void require(Secret secret) {
      super.require(secret);
      if (!StandardCharsets.US_ASCII.newEncoder().canEncode(secret.text())) {
        throw new InvalidKeysException(member() + " has an entry that is not ASCII");
      }
    }
  };

  /** As long as the hash of HMAC-SHA256: RFC 7518 section 3.2. */
  private static final int RECOMMENDED_BYTES = 32;

  private final String member;
  private final int minBytes;

  KeyStrength(String member, int leastBytes) {
    this.member = member;
    this.minBytes = leastBytes;
  }

  /** The member of the document that lists keys of this kind. */
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
