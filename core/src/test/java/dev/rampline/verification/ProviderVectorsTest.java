package dev.rampline.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Verification.Verified;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Test vectors on which two other implementations agree ({@code
 * docs/provider-api.md#test-vectors}).
 */
class ProviderVectorsTest {
  private static final String PLAINTEXT =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"order-1\",\"partnerOrderId\":\"p-1\","
          + "\"status\":\"COMPLETED\"},\"timestamp\":\"2024-01-15T10:32:15Z\"}";
  private static final String SHORT_SECRET = "whsec_demo";
  private static final String LONG_SECRET = "whsec_demo_secret_longer_than_thirty_two_chars";
  private static final String ENVELOPE_WITH_SHORT_SECRET =
      "AAECAwQFBgcICQoL3bXQ3jvun/prUGb2tkE1HsrvO+r/wfnKtkPBsCiaNmZ8elv/HFWl0Lq8CW+6S+DgPtWvM9evQpBm"
          + "LwtYfVuSVdkWEwQFT599Svqpj2OQ6TyC3XRyMVWuFB5wRu/+C5vyBEh761TUgZ5dhsVorMQBQsQgAHTf57xdomp4"
          + "pN0QAnY0HiB2EshnHl7k+THbv9adpbCvY7W2";
  private static final String ENVELOPE_WITH_LONG_SECRET =
      "AAECAwQFBgcICQoLTCHUffbG4MXAh9XSFvJoEjMg9vhEErLpM+21OVachgsSCZDazhm6iCxg/1gNXV7zYovQcB4C5Ocs"
          + "ppj1pL19+HpibUPjfzTZPJwB0hdXGLKb9Id/fub1vSWF3TrdxSgDp7KrQmMSxRLY4duaKOjjUbASMVqYZWjMCpi0"
          + "YdgPYgVFRdGCBfQwxHqe3ba49SO2REI0utqR";
  private static final String JWT =
      "eyJhbGciOiJIUzI1NiJ9.eyJ3ZWJob29rRGF0YSI6eyJpZCI6Im9yZGVyLTEiLCJzdGF0dXMiOiJDT01QTEVURUQifSwi"
          + "ZXZlbnRJRCI6Ik9SREVSX0NPTVBMRVRFRCIsImNyZWF0ZWRBdCI6IjIwMjQtMDEtMTVUMTA6MzI6MTUuMDAwWiJ9"
          + ".s982eIabo_FNL8CwPflyWXOIrE3B-oiXjd7WXNa_SCY";

  @Test
  void tokenSignedWithTheAccessToken_isVerified() {
    Keys keys = new Keys(List.of(new Secret("demo-access-token", null)), List.of(), null, null);
    Verification verification = new TestingDelivery("{\"data\":\"" + JWT + "\"}", null).to(keys);
    assertThat(verification)
        .isEqualTo(
            new Verified(
                Transport.JWT,
                0,
                object(
                    "{\"webhookData\":{\"id\":\"order-1\",\"status\":\"COMPLETED\"},"
                        + "\"eventID\":\"ORDER_COMPLETED\","
                        + "\"createdAt\":\"2024-01-15T10:32:15.000Z\"}")));
  }

  @Test
  void envelopeWithAShortSecret_isVerified() {
    assertThat(delivered(ENVELOPE_WITH_SHORT_SECRET, null).to(secret(SHORT_SECRET)))
        .isEqualTo(new Verified(Transport.AES, 0, object(PLAINTEXT)));
  }

  @Test
  void envelopeWithALongSecret_isVerified() {
    assertThat(delivered(ENVELOPE_WITH_LONG_SECRET, null).to(secret(LONG_SECRET)))
        .isEqualTo(new Verified(Transport.AES, 0, object(PLAINTEXT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "063f53e46ee8f5a90b27f59b4e48be1e6fe36a6fa1d3d0d57567067729931d82",
        "sha256=063F53E46EE8F5A90B27F59B4E48BE1E6FE36A6FA1D3D0D57567067729931D82",
        "96adacfdb7de2b174e086e5d13d3803d72b4f43cbffadcc596a5c699b136ef92"
      })
  void envelopeWithASignatureOverPlaintextOrBase64_isVerified(String signatureHeader) {
    assertThat(delivered(ENVELOPE_WITH_SHORT_SECRET, signatureHeader).to(secret(SHORT_SECRET)))
        .isInstanceOf(Verified.class);
  }

  @Test
  void plainJsonWithASignatureOverItsBytes_isVerified() {
    String signature = "063f53e46ee8f5a90b27f59b4e48be1e6fe36a6fa1d3d0d57567067729931d82";
    assertThat(new TestingDelivery(PLAINTEXT, signature).to(secret(SHORT_SECRET)))
        .isEqualTo(new Verified(Transport.HMAC, 0, object(PLAINTEXT)));
  }

  private static TestingDelivery delivered(String sealed, @Nullable String signatureHeader) {
    return new TestingDelivery("{\"data\":\"" + sealed + "\"}", signatureHeader);
  }

  private static Keys secret(String text) {
    return new Keys(List.of(), List.of(new Secret(text, null)), null, null);
  }

  private static Json.Obj object(String json) {
    return (Json.Obj) JsonReader.read(json).orElseThrow();
  }
}
