package dev.rampline.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts AES-256-GCM as documented by the provider, and no other variant ({@code
 * docs/provider-api.md#a4}).
 */
final class WebhookCipher {
  static final int IV_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final int KEY_CHARACTERS = 32;

  private WebhookCipher() {}

  /** Returns the plaintext, if the tag is valid for that secret. */
  static Optional<byte[]> decrypt(byte[] envelope, Secret secret) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      GCMParameterSpec parameters =
          new GCMParameterSpec(TAG_BYTES * Byte.SIZE, envelope, 0, IV_BYTES);
      cipher.init(Cipher.DECRYPT_MODE, key(secret), parameters);
      return Optional.of(cipher.doFinal(ciphertextThenTag(envelope)));
    } catch (GeneralSecurityException doesNotFit) {
      return Optional.empty();
    }
  }

  /**
   * Returns the text of a secret's key: the secret, left-padded with the character 0 and cut. It is
   * neither hashed nor decoded.
   */
  static String keyText(String secret) {
    String padded = "0".repeat(KEY_CHARACTERS) + secret;
    int start = Math.min(secret.length(), KEY_CHARACTERS);
    return padded.substring(start, start + KEY_CHARACTERS);
  }

  private static SecretKeySpec key(Secret secret) {
    return new SecretKeySpec(keyText(secret.text()).getBytes(StandardCharsets.UTF_8), "AES");
  }

  /** The JDK expects the tag last; the provider puts it between IV and ciphertext. */
  private static byte[] ciphertextThenTag(byte[] envelope) {
    int begin = IV_BYTES + TAG_BYTES;
    return ByteBuffer.allocate(envelope.length - IV_BYTES)
        .put(envelope, begin, envelope.length - begin)
        .put(envelope, IV_BYTES, TAG_BYTES)
        .array();
  }
}
