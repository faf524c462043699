package dev.rampline.verification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The minimum strength of each kind of key ({@code
 * docs/architecture.md#secrets-and-token-rotation}).
 */
enum KeyStrength {
  ACCESS_TOKEN("accessTokens"),
  /** ASCII only: the AES key is padded by characters, but its length is in bytes. */
  WEBHOOK_SECRET("webhookSecrets") {
    @Override
    void require(Secret secret, int minBytes) {
      if (!StandardCharsets.US_ASCII.newEncoder().canEncode(secret.text())) {
        throw new InvalidKeysException(member() + " has an entry that is not ASCII");
      }
      if (bytes(secret) < minBytes) {
        throw new InvalidKeysException(
            "%s has an entry shorter than %d bytes: if the provider imposes it, add %s"
                .formatted(member(), minBytes, MIN_BYTES));
      }
    }
  };

  /** The member that accepts shorter webhook secrets, because the provider imposes them. */
  static final String MIN_BYTES = "webhookSecretMinBytes";

  /** The minimum without that member: the security level of 128 bits. */
  static final int DEFAULT_MIN_BYTES = 16;

  static final int LOWEST_MIN_BYTES = 8;

  /** The length of an HMAC-SHA256 hash: RFC 7518 section 3.2. */
  private static final int RECOMMENDED_BYTES = 32;

  private final String member;

  KeyStrength(String member) {
    this.member = member;
  }

  /** Returns the document's member for keys of this kind. */
  String member() {
    return member;
  }

  /**
   * Requires that a key is strong enough.
   *
   * @param minBytes the minimum of the webhook secrets; access tokens always have the default
   */
  void require(Secret secret, int minBytes) {
    if (bytes(secret) < DEFAULT_MIN_BYTES) {
      throw new InvalidKeysException(
          "%s has an entry shorter than %d bytes".formatted(member, DEFAULT_MIN_BYTES));
    }
  }

  Optional<String> warning(List<Secret> secrets) {
    return secrets.stream().anyMatch(secret -> bytes(secret) < RECOMMENDED_BYTES)
        ? Optional.of(member + " has an entry shorter than " + RECOMMENDED_BYTES + " bytes")
        : Optional.empty();
  }

  static int bytes(Secret secret) {
    return secret.text().getBytes(StandardCharsets.UTF_8).length;
  }
}
