package dev.rampline.simulation.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Creates JWTs as the provider does: HS256 and no other header member. */
final class SimulatedJwt {
  private static final String HEADER = encode("{\"alg\":\"HS256\"}".getBytes(UTF_8));

  private SimulatedJwt() {}

  /** The body of a webhook. */
  static String signedBody(JsonNode payload, String key) {
    String signed = HEADER + "." + encode(payload.toString().getBytes(UTF_8));
    return JsonText.of(Map.of("data", signed + "." + encode(mac(signed, key))));
  }

  private static byte[] mac(String signed, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(signed.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK lacks HMAC-SHA256", impossible);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
