package dev.rampline.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Checks the test vectors of {@code docs/provider-api.md#test-vectors}, on which two other
 * implementations agree.
 */
class SignerTest {
  private static final String PAYLOAD =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"order-1\",\"partnerOrderId\":\"p-1\","
          + "\"status\":\"COMPLETED\"},\"timestamp\":\"2024-01-15T10:32:15Z\"}";
  private static final byte[] IV = HexFormat.of().parseHex("000102030405060708090a0b");

  private final Signer signer = new Signer(new ProviderKeys("demo-access-token", "whsec_demo"));

  @Test
  void jwt_ofThePublishedPayload_isThePublishedToken() {
    String payload =
        "{\"webhookData\":{\"id\":\"order-1\",\"status\":\"COMPLETED\"},\"eventID\":"
            + "\"ORDER_COMPLETED\",\"createdAt\":\"2024-01-15T10:32:15.000Z\"}";

    assertThat(signer.jwt(payload))
        .startsWith("eyJhbGciOiJIUzI1NiJ9.eyJ3ZWJob29rRGF0YSI6eyJpZCI6")
        .endsWith(".s982eIabo_FNL8CwPflyWXOIrE3B-oiXjd7WXNa_SCY");
  }

  @Test
  void aes_withAShortSecret_padsItOnTheLeft() {
    assertThat(signer.aes(PAYLOAD, IV))
        .startsWith("AAECAwQFBgcICQoL3bXQ3jvun/prUGb2tkE1HsrvO+r/wfnKtkPBsCiaNmZ8elv/")
        .endsWith("k+THbv9adpbCvY7W2");
  }

  @Test
  void aes_withALongSecret_usesItsFirst32Characters() {
    String secret = "whsec_demo_secret_longer_than_thirty_two_chars";
    Signer other = new Signer(new ProviderKeys("demo-access-token", secret));

    assertThat(other.aes(PAYLOAD, IV))
        .startsWith("AAECAwQFBgcICQoLTCHUffbG4MXAh9XSFvJoEjMg9vhEErLpM+21OVachgsSCZDazhm6")
        .endsWith("Hqe3ba49SO2REI0utqR");
  }

  @Test
  void hmac_ofThePublishedPayload_isThePublishedHex() {
    assertThat(signer.hmac(PAYLOAD))
        .isEqualTo("063f53e46ee8f5a90b27f59b4e48be1e6fe36a6fa1d3d0d57567067729931d82");
  }

  @Test
  void sign_withoutAWebhookSecret_throws() {
    Signer tokenOnly = new Signer(new ProviderKeys("demo-access-token", null));

    assertThatIllegalStateException()
        .isThrownBy(() -> tokenOnly.sign(WebhookTransport.AES, PAYLOAD, new Random(1)));
  }

  @Test
  void keys_toString_showsNoKey() {
    assertThat(new ProviderKeys("demo-access-token", "whsec_demo").toString())
        .doesNotContain("demo-access-token", "whsec_demo");
  }
}
