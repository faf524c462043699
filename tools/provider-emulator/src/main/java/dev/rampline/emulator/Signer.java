package dev.rampline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs in each of the provider's three transports ({@code
 * docs/provider-api.md#signatures-and-encryption}). It uses only {@code javax.crypto}, so that it
 * shares no code with the verifier. Thread-safe.
 */
public final class Signer {
  /** The header with the HMAC. */
  public static final String SIGNATURE_HEADER = "x-OZZOBiT-signature";

  private static final String HS256 = "{\"alg\":\"HS256\"}";
  private static final int KEY_LENGTH = 32;
  private static final int IV_LENGTH = 12;
  private static final int TAG_LENGTH = 16;

  private final ProviderKeys keys;

  public Signer(ProviderKeys keys) {
    this.keys = Objects.requireNonNull(keys, "keys");
  }

  /**
   * The signed body of the payload.
   *
   * @param random draws the initialization vector of AES-GCM
   */
  public SignedBody sign(WebhookTransport transport, String payload, RandomGenerator random) {
    return switch (transport) {
      case JWT -> SignedBody.of(wrapped(jwt(payload)));
      case AES -> SignedBody.of(wrapped(aes(payload, random)));
      case HMAC -> new SignedBody(payload, Map.of(SIGNATURE_HEADER, hmac(payload)));
    };
  }

  /** The payload as a signed token. */
  public String jwt(String payload) {
    return jwt(HS256, payload);
  }

  /** The payload as a token with that header; the MAC is always HMAC-SHA256. */
  public String jwt(String header, String payload) {
    String signed = base64Url(header.getBytes(UTF_8)) + "." + base64Url(payload.getBytes(UTF_8));
    return signed + "." + base64Url(mac(keys.accessToken(), signed));
  }

  /** Base64 of initialization vector, tag and ciphertext, in that order. */
  public String aes(String payload, RandomGenerator random) {
    byte[] iv = new byte[IV_LENGTH];
    random.nextBytes(iv);
    return aes(payload, iv);
  }

  String aes(String payload, byte[] iv) {
    byte[] sealed = seal(payload.getBytes(UTF_8), iv);
    int tagAt = sealed.length - TAG_LENGTH;
    ByteBuffer joined = ByteBuffer.allocate(IV_LENGTH + sealed.length);
    joined.put(iv).put(sealed, tagAt, TAG_LENGTH).put(sealed, 0, tagAt);
    return Base64.getEncoder().encodeToString(joined.array());
  }

  /** HMAC-SHA256 of the payload with the whole webhook secret, as lower-case hex. */
  public String hmac(String payload) {
    return HexFormat.of().formatHex(mac(keys.secret(), payload));
  }

  private byte[] seal(byte[] plaintext, byte[] iv) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      GCMParameterSpec parameters = new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, iv);
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(aesKey(), "AES"), parameters);
      return cipher.doFinal(plaintext);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The secret is not a valid AES key", impossible);
    }
  }

  /** The first 32 characters of the secret, padded on the left with the character 0. */
  private byte[] aesKey() {
    String secret = keys.secret();
    String padded = "0".repeat(Math.max(0, KEY_LENGTH - secret.length())) + secret;
    return Arrays.copyOf(padded.getBytes(UTF_8), KEY_LENGTH);
  }

  private static byte[] mac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK lacks HMAC-SHA256", impossible);
    }
  }

  private static String wrapped(String text) {
    return "{\"data\":\"" + text + "\"}";
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
