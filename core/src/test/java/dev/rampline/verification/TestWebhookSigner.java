package dev.rampline.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Signs and encrypts as the provider does, with the JDK only. */
final class TestWebhookSigner {
  static final String HS256 = "{\"alg\":\"HS256\"}";

  private static final byte[] IV = HexFormat.of().parseHex("000102030405060708090a0b");

  private TestWebhookSigner() {}

  static String token(String key, String header, String payload) {
    return token(key, header, payload.getBytes(StandardCharsets.UTF_8));
  }

  static String token(String key, String header, byte[] payload) {
    return sign(key, base64Url(header.getBytes(StandardCharsets.UTF_8)) + "." + base64Url(payload));
  }

  /** Signs any two parts, valid or not. */
  static String sign(String key, String headerAndPayload) {
    byte[] covered = headerAndPayload.getBytes(StandardCharsets.UTF_8);
    return headerAndPayload + "." + base64Url(hmac("HmacSHA256", key, covered));
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String hmacHex(String key, byte[] covered) {
    return HexFormat.of().formatHex(hmac("HmacSHA256", key, covered));
  }

  static byte[] hmac(String algorithm, String key, byte[] covered) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(covered);
    } catch (GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  /** Returns IV, tag and ciphertext: the documented layout, with the documented key. */
  static byte[] encrypt(String secret, byte[] plaintext) {
    String padded = "0".repeat(Math.max(0, 32 - secret.length())) + secret;
    byte[] encrypted =
        encryptWithKey(padded.substring(0, 32).getBytes(StandardCharsets.UTF_8), plaintext);
    int tag = encrypted.length - 16;
    return ByteBuffer.allocate(12 + encrypted.length)
        .put(IV)
        .put(encrypted, tag, 16)
        .put(encrypted, 0, tag)
        .array();
  }

  /** Returns ciphertext and tag, in the JDK's order. */
  static byte[] encryptWithKey(byte[] key, byte[] plaintext) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, IV));
      return cipher.doFinal(plaintext);
    } catch (GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  static byte[] iv() {
    return Arrays.copyOf(IV, IV.length);
  }
}
