package dev.rampline.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the provider does, with the keys of the sample events. */
public final class SampleToken {
  private static final String KEY = "rampline-sample-events-access-token";
  private static final String SECRET = "rampline-sample-webhook-secret";

  private SampleToken() {}

  /** Returns the request body for a payload (transport A). */
  public static String body(String payload) {
    return body(payload, KEY);
  }

  static String body(String payload, String key) {
    String signed =
        base64("{\"alg\":\"HS256\"}".getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
    return "{\"data\":\"%s.%s\"}".formatted(signed, base64(mac(signed, key)));
  }

  /** Returns the signature header of a plain body (transport C). */
  static String signature(String body) {
    return HexFormat.of().formatHex(mac(body, SECRET));
  }

  private static byte[] mac(String signed, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(signed.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
