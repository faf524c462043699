package dev.rampline.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.ledger.LedgerUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No part of a request appears in a log or a response, except the ids that form its subject. */
class CanaryTest {
  private static final String CANARY = "canary";

  /** Every value but the order's id is a canary, and so are the names of unknown fields. */
  private static final String PAYLOAD =
      """
      {"eventName":"ORDER_CANARY","canaryAtRoot":"canary","timestamp":"canary","data":{
      "id":"order-1","partnerOrderId":"canary","status":"CANARY","fiatAmount":"canary",
      "fiatCurrency":"canary","cryptoAmount":["canary"],"toWalletAddress":"0xcanary",
      "fromWalletAddress":"0xcanary","network":"canary","failureMessage":"canary",
      "ipAddress":"canary","userName":"canary","email":"canary@example.com",
      "canaryField":{"canary":"canary"},"partnerCustomerId":"canary","userId":"canary"}}""";

  private static final String GENUINE = SampleToken.body(PAYLOAD);
  private static final String FORGED = SampleToken.body(PAYLOAD, "not the key, but a canary");

  private final PrintStream standardOutput = System.out;
  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final WebhookFixture fixture = new WebhookFixture();

  @BeforeEach
  void captureOutput() {
    PrintStream everything = new PrintStream(written, true, UTF_8);
    System.setOut(everything);
    System.setErr(everything);
    fixture.eventLog = EventLog.of(System.out);
  }

  @AfterEach
  void restore() {
    System.setOut(standardOutput);
    System.setErr(standardError);
  }

  @ParameterizedTest
  @MethodSource
  void request_leaves_no_trace_in_log_or_response(APIGatewayV2HTTPEvent event, int status) {
    APIGatewayV2HTTPResponse response = fixture.answer(event);

    assertThat(response.getStatusCode()).isEqualTo(status);
    assertSilent(response);
  }

  @Test
  void request_that_fails_leaves_no_trace_either() {
    FailingLedger down =
        new FailingLedger(
            () -> {
              throw new LedgerUnavailableException(CANARY, new IllegalStateException(CANARY));
            });

    assertSilent(
        fixture
            .handler(WebhookFixture.sampleKeys(), down, fixture.publisher)
            .handleRequest(event("POST", GENUINE, false), null));
  }

  static Stream<Arguments> request_leaves_no_trace_in_log_or_response() {
    return Stream.of(
        Arguments.of(event("POST", GENUINE, false), 200),
        Arguments.of(event("POST", SampleToken.body("{\"event\":\"canary\"}"), false), 200),
        Arguments.of(event("POST", SampleToken.body("[\"canary\"]"), false), 200),
        Arguments.of(event("POST", FORGED, false), 401),
        Arguments.of(event("POST", PAYLOAD, false), 401),
        Arguments.of(event("POST", "{\"data\":\"canary.canary.canary\"}", false), 401),
        Arguments.of(event("POST", CANARY, false), 400),
        Arguments.of(event("POST", "{\"canary\":\"canary\"}", false), 400),
        Arguments.of(event("POST", "canary!", true), 400),
        Arguments.of(event("CANARY", GENUINE, false), 405),
        Arguments.of(event("POST", CANARY.repeat(20_000), false), 413));
  }

  private void assertSilent(APIGatewayV2HTTPResponse response) {
    String log = written.toString(UTF_8);
    assertThat(log).startsWith("{\"_aws\":").endsWith("}\n").containsOnlyOnce("\n");
    for (String trace : new String[] {CANARY, encoded(GENUINE), encoded(FORGED), "192.0.2.10"}) {
      assertThat(log).doesNotContainIgnoringCase(trace);
      assertThat(response.toString()).doesNotContainIgnoringCase(trace);
    }
  }

  /** The encoded payload of the token. */
  private static String encoded(String body) {
    return body.split("\\.", -1)[1];
  }

  private static APIGatewayV2HTTPEvent event(String method, String body, boolean encoded) {
    RequestContext context =
        RequestContext.builder()
            .withRequestId(CANARY)
            .withDomainName(CANARY)
            .withHttp(
                RequestContext.Http.builder()
                    .withMethod(method)
                    .withSourceIp("192.0.2.10")
                    .withUserAgent(CANARY)
                    .withPath("/canary")
                    .build())
            .build();
    return APIGatewayV2HTTPEvent.builder()
        .withRequestContext(context)
        .withRawPath("/canary")
        .withRawQueryString(CANARY)
        .withHeaders(
            Map.of(
                "authorization",
                CANARY,
                "traceparent",
                CANARY,
                "X-Forwarded-For",
                "192.0.2.10",
                "canary-header",
                "1"))
        .withBody(body)
        .withIsBase64Encoded(encoded)
        .build();
  }
}
