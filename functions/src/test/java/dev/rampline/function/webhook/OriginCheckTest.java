package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.ledger.Ledger;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the webhook function behind a CloudFront distribution with a web ACL. */
class OriginCheckTest {
  private static final String FIRST = "origin-secret-1-0123456789abcdefgh";
  private static final String SECOND = "origin-secret-2-0123456789abcdefgh";
  private static final String EDGE = "198.51.100.7";

  private final WebhookFixture fixture = new WebhookFixture();
  private final Keys samples = WebhookFixture.sampleKeys().keys();
  private KeyRing keyRing = KeyRing.fixed(withOriginSecrets(FIRST, SECOND));

  OriginCheckTest() {
    fixture.checksOrigin = true;
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST, SECOND})
  void requestWithEitherSecret_isProcessed(String secret) {
    assertThat(status(signed(Map.of(OriginCheck.HEADER, secret)))).isEqualTo(200);
    assertThat(fixture.ledger.records()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "origin-secret-1-0123456789abcdefg",
        "origin-secret-1-0123456789abcdefghi",
        FIRST + "," + FIRST,
        "rampline-sample-events-access-token"
      })
  void requestWithAnotherSecret_isForbidden(String secret) {
    assertThat(status(signed(Map.of(OriginCheck.HEADER, secret)))).isEqualTo(403);
    assertThat(fixture.ledger.records()).isEmpty();
  }

  @Test
  void requestToTheApiItself_isForbidden_withoutAnyOtherWork() {
    APIGatewayV2HTTPEvent tooLarge = GatewayEvents.post("x".repeat(100_000));
    APIGatewayV2HTTPEvent forged = GatewayEvents.post("{}");

    assertThat(List.of(tooLarge, forged)).extracting(this::status).containsOnly(403);
    assertThat(status(signed(Map.of()))).isEqualTo(403);
    assertThat(fixture.lines)
        .hasSize(3)
        .allMatch(line -> line.contains("\"reason\":\"not-from-cloudfront\""))
        .noneMatch(line -> line.contains("signatureValid"));
    assertThat(
            fixture.handler(keyRing, fixture.ledger, fixture.publisher).handleRequest(null, null))
        .extracting("statusCode")
        .isEqualTo(403);
  }

  @Test
  void withoutAnOriginSecret_everyRequestIsUnavailable() {
    keyRing = KeyRing.fixed(withOriginSecrets());

    assertThat(status(signed(Map.of(OriginCheck.HEADER, FIRST)))).isEqualTo(503);
    assertThat(fixture.line()).contains("\"cause\":\"keys-invalid\"", "no-origin-secret");
  }

  @Test
  void withoutKeys_everyRequestIsUnavailable() {
    keyRing =
        () -> {
          throw new KeysUnavailableException("canary", new IllegalStateException("canary"));
        };

    assertThat(status(GatewayEvents.post("not json"))).isEqualTo(503);
    assertThat(fixture.line()).contains("keys-unreachable").doesNotContain("canary");
  }

  @Test
  void withoutWebAcl_noSecretIsNeeded() {
    fixture.checksOrigin = false;

    assertThat(status(signed(Map.of()))).isEqualTo(200);
    assertThat(fixture.line()).doesNotContain("viewerAddress");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "203.0.113.9, 198.51.100.7              | 203.0.113.9",
        "10.0.0.1, canary, 203.0.113.9, 198.51.100.7 | 203.0.113.9",
        "2001:db8::1,198.51.100.7               | 2001:db8::1",
        "canary, 198.51.100.7                   | none",
        "198.51.100.7                           | none",
        "''                                     | none",
      })
  void addressOfTheViewer_isLogged_andNothingThatTheViewerWrote(String hops, String address) {
    assertThat(status(signed(Map.of(OriginCheck.HEADER, FIRST, "x-forwarded-for", hops))))
        .isEqualTo(200);

    if (address == null) {
      assertThat(fixture.line()).doesNotContain("viewerAddress");
    } else {
      assertThat(fixture.line()).contains("\"viewerAddress\":\"" + address + "\"");
    }
    assertThat(fixture.line()).doesNotContain("canary", EDGE);
  }

  @Test
  void addressInARefusedRequest_isTheSendersOwnText_andNotLogged() {
    Map<String, String> hops = Map.of("x-forwarded-for", "dead:beef, 198.51.100.7");

    assertThat(status(signed(hops))).isEqualTo(403);
    keyRing = KeyRing.fixed(withOriginSecrets());
    assertThat(status(signed(hops))).isEqualTo(503);

    assertThat(fixture.lines).hasSize(2).noneMatch(line -> line.contains("dead:beef"));
  }

  private int status(APIGatewayV2HTTPEvent event) {
    Ledger ledger = fixture.ledger;
    return fixture
        .handler(keyRing, ledger, fixture.publisher)
        .handleRequest(event, null)
        .getStatusCode();
  }

  private static APIGatewayV2HTTPEvent signed(Map<String, String> headers) {
    return GatewayEvents.post(
        SampleToken.body(
            """
            {"eventName":"ORDER_COMPLETED","data":{"id":"order-1","status":"COMPLETED"}}"""),
        headers);
  }

  private Keys withOriginSecrets(String... secrets) {
    return new Keys(
        samples.accessTokens(),
        samples.webhookSecrets(),
        List.of(secrets).stream().map(secret -> new Secret(secret, null)).toList(),
        null,
        null);
  }
}
