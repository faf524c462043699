package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The provider's signatures and encryption ({@code
 * docs/provider-api.md#signatures-and-encryption}), written from its public pages alone.
 */
final class ProviderCryptography {
  private static final int IV = 12;
  private static final int TAG = 16;
  private static final int TAG_BITS = 128;

  private ProviderCryptography() {}

  /** A JWT over that payload, in any encoding. */
  static String jwt(String header, byte[] payload, String key, Base64Variant spelling) {
    String signed =
        spelling.apply("header", base64(header.getBytes(UTF_8)))
            + "."
            + spelling.apply("payload", base64(payload));
    return signed + "." + spelling.apply("signature", base64(mac(signed.getBytes(US_ASCII), key)));
  }

  /** IV, tag and ciphertext as base64, in any encoding. */
  static String envelope(byte[] plain, String secret, Base64Variant spelling) {
    byte[] iv = "fixed-fuzzIV".getBytes(US_ASCII);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, plain, secret);
    int end = sealed.length - TAG;
    ByteBuffer envelope = ByteBuffer.allocate(IV + sealed.length).put(iv);
    envelope.put(sealed, end, TAG).put(sealed, 0, end);
    return spelling.apply("envelope", Base64.getEncoder().encodeToString(envelope.array()));
  }

  /** Decrypts the envelope; throws if the tag does not match. */
  static byte[] decrypt(byte[] envelope, String secret) {
    byte[] iv = new byte[IV];
    byte[] tag = new byte[TAG];
    byte[] text = new byte[envelope.length - IV - TAG];
    ByteBuffer.wrap(envelope).get(iv).get(tag).get(text);
    byte[] sealed = ByteBuffer.allocate(text.length + TAG).put(text).put(tag).array();
    return cipher(Cipher.DECRYPT_MODE, iv, sealed, secret);
  }

  /** The signature header for those bytes. */
  static String signature(byte[] body, String secret) {
    return HexFormat.of().formatHex(mac(body, secret));
  }

  static byte[] mac(byte[] bytes, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK lacks HMAC-SHA256", impossible);
    }
  }

  private static byte[] cipher(int mode, byte[] iv, byte[] bytes, String secret) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      byte[] key = "%32s".formatted(secret).replace(' ', '0').substring(0, 32).getBytes(UTF_8);
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("Not encrypted with that secret", wrong);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
