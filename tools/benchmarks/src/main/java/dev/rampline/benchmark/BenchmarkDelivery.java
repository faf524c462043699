package dev.rampline.benchmark;

import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A webhook as the provider sends it. */
public final class BenchmarkDelivery {
  /** The key of the JWTs. */
  public static final String ACCESS_TOKEN = "benchmark-access-token-of-40-characters-";

  static final String WEBHOOK_SECRET = "benchmark-webhook-secret-of-40-characters";

  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
  private static final int TAG_BYTES = 16;

  private final String message;
  private final byte[] body;
  private final @Nullable String signatureHeader;

  private BenchmarkDelivery(String message, byte[] body, @Nullable String signatureHeader) {
    this.message = message;
    this.body = body;
    this.signatureHeader = signatureHeader;
  }

  /** Signs a payload as a JWT in the member {@code data}. */
  public static BenchmarkDelivery jwt(String payload) {
    return ofMessage(token(payload, ACCESS_TOKEN));
  }

  /** Signs a payload as a JWT with a key that the receiver does not know. */
  static BenchmarkDelivery forgedJwt(String payload) {
    return ofMessage(token(payload, "another-" + ACCESS_TOKEN));
  }

  /** Encrypts a payload as AES-GCM in the member {@code data}. */
  static BenchmarkDelivery aes(String payload) {
    try {
      byte[] key = WEBHOOK_SECRET.substring(0, 32).getBytes(StandardCharsets.UTF_8);
      byte[] iv = new byte[12];
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
      byte[] encrypted = cipher.doFinal(payload.getBytes(StandardCharsets.UTF_8));
      int length = encrypted.length - TAG_BYTES;
      byte[] envelope = Arrays.copyOf(iv, iv.length + encrypted.length);
      System.arraycopy(encrypted, length, envelope, iv.length, TAG_BYTES);
      System.arraycopy(encrypted, 0, envelope, iv.length + TAG_BYTES, length);
      return ofMessage(Base64.getEncoder().encodeToString(envelope));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every JDK has AES-GCM", missing);
    }
  }

  /** Signs a plain payload in the signature header. */
  static BenchmarkDelivery hmac(String payload) {
    try {
      byte[] body = payload.getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new BenchmarkDelivery(payload, body, HexFormat.of().formatHex(mac.doFinal(body)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", missing);
    }
  }

  /** Returns the JWT or the ciphertext in the body. */
  String message() {
    return message;
  }

  /** Returns the body; not a copy. */
  public byte[] body() {
    return body;
  }

  /** Returns the signature header; null if absent. */
  @Nullable String signatureHeader() {
    return signatureHeader;
  }

  private static BenchmarkDelivery ofMessage(String message) {
    byte[] body = "{\"data\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8);
    return new BenchmarkDelivery(message, body, null);
  }

  private static String token(String payload, String key) {
    String header = base64(HEADER.getBytes(StandardCharsets.UTF_8));
    String content = base64(payload.getBytes(StandardCharsets.UTF_8));
    byte[] signature =
        Algorithm.HMAC256(key)
            .sign(
                header.getBytes(StandardCharsets.US_ASCII),
                content.getBytes(StandardCharsets.US_ASCII));
    return String.join(".", header, content, base64(signature));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
