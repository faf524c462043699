package dev.rampline.function.webhook;

import static dev.rampline.verification.WebhookVerifier.MAX_BODY_BYTES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.rampline.event.TraceContext;
import dev.rampline.verification.WebhookFormat;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRequestTest {
  private static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void null_event_is_a_post_without_a_body() {
    assertThat(request(null)).isEqualTo(rejected(WebhookResponse.MALFORMED, "empty-body"));
    assertThat(request(new APIGatewayV2HTTPEvent()))
        .isEqualTo(rejected(WebhookResponse.MALFORMED, "empty-body"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "post", "OPTIONS", ""})
  void other_method_is_rejected_before_the_body(String method) {
    assertThat(request(event(method, "A".repeat(MAX_BODY_BYTES + 1), false, null)))
        .isEqualTo(rejected(WebhookResponse.METHOD_NOT_ALLOWED, "method"));
  }

  @Test
  void event_without_a_method_counts_as_a_post() {
    assertThat(delivery(event(null, "{}", false, null)).body()).asString(UTF_8).isEqualTo("{}");
    APIGatewayV2HTTPEvent bare = APIGatewayV2HTTPEvent.builder().withBody("{}").build();
    assertThat(delivery(bare).body()).asString(UTF_8).isEqualTo("{}");
  }

  @ParameterizedTest
  @NullAndEmptySource
  void absent_body_is_malformed(@Nullable String body) {
    for (boolean encoded : new boolean[] {false, true}) {
      assertThat(request(event("POST", body, encoded, null)))
          .isEqualTo(rejected(WebhookResponse.MALFORMED, "empty-body"));
    }
  }

  @Test
  void body_of_the_largest_size_is_accepted_in_either_encoding() {
    String largest = "é".repeat(MAX_BODY_BYTES / 2);
    byte[] bytes = largest.getBytes(UTF_8);
    String encoded = Base64.getEncoder().encodeToString(bytes);

    assertThat(delivery(event("POST", largest, false, null)).body()).isEqualTo(bytes);
    assertThat(delivery(event("POST", encoded, true, null)).body()).isEqualTo(bytes);
  }

  @Test
  void body_one_byte_larger_is_too_large_in_either_encoding() {
    String larger = "é".repeat(MAX_BODY_BYTES / 2) + "e";
    String encoded = Base64.getEncoder().encodeToString(larger.getBytes(UTF_8));

    assertThat(request(event("POST", larger, false, null))).isEqualTo(tooLarge());
    assertThat(request(event("POST", encoded, true, null))).isEqualTo(tooLarge());
  }

  @Test
  void too_long_encoded_text_is_rejected_without_decoding() {
    String longest = "!".repeat(87_384);

    assertThat(request(event("POST", longest, true, null)))
        .isEqualTo(rejected(WebhookResponse.MALFORMED, "undecodable-body"));
    assertThat(request(event("POST", longest + "!", true, null))).isEqualTo(tooLarge());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab=c", "e30=\n", "e3-_"})
  void invalid_base64_is_malformed(String text) {
    assertThat(request(event("POST", text, true, null)))
        .isEqualTo(rejected(WebhookResponse.MALFORMED, "undecodable-body"));
  }

  @Test
  void unpaired_surrogate_is_malformed() {
    assertThat(request(event("POST", "{\"a\":\"\ud800\"}", false, null)))
        .isEqualTo(rejected(WebhookResponse.MALFORMED, "undecodable-body"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-OZZOBiT-signature", "x-ozzobit-signature", "X-OZZOBIT-SIGNATURE"})
  void signature_header_is_found_in_any_case(String name) {
    assertThat(delivery(event("POST", "{}", false, Map.of(name, "ab12"))).signature())
        .isEqualTo("ab12");
  }

  @Test
  void null_headers_are_ignored() {
    Map<String, @Nullable String> headers = new HashMap<>();
    headers.put("x-ozzobit-signature", null);
    headers.put(null, "ab12");

    assertThat(delivery(event("POST", "{}", false, headers)).signature()).isNull();
    assertThat(delivery(event("POST", "{}", false, null)).signature()).isNull();
  }

  @Test
  void two_spellings_of_the_signature_header_are_both_read() {
    Map<String, @Nullable String> headers =
        Map.of("x-ozzobit-signature", "a", "X-Ozzobit-Signature", "b");

    assertThat(delivery(event("POST", "{}", false, headers)).signature()).isIn("a,b", "b,a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"traceparent", "Traceparent", "TRACEPARENT"})
  void trace_is_found_in_any_case(String name) {
    assertThat(delivery(event("POST", "{}", false, Map.of(name, TRACEPARENT))).trace())
        .isEqualTo(TraceContext.parse(TRACEPARENT).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4bf92f3577b34da6a3ce929d0e0e4736", TRACEPARENT + "-x"})
  void invalid_trace_is_ignored(String text) {
    assertThat(delivery(event("POST", "{}", false, Map.of("traceparent", text))).trace()).isNull();
  }

  @Test
  void two_traces_are_ignored() {
    Map<String, @Nullable String> headers =
        Map.of("traceparent", TRACEPARENT, "Traceparent", TRACEPARENT);

    assertThat(delivery(event("POST", "{}", false, headers)).trace()).isNull();
  }

  private static WebhookRequest rejected(WebhookResponse response, String reason) {
    return new WebhookRequest.Unacceptable(response, reason);
  }

  private static WebhookRequest tooLarge() {
    return rejected(WebhookResponse.TOO_LARGE, "too-large");
  }

  private static WebhookDelivery delivery(APIGatewayV2HTTPEvent event) {
    return ((WebhookRequest.Acceptable) request(event)).delivery();
  }

  private static WebhookRequest request(@Nullable APIGatewayV2HTTPEvent event) {
    return WebhookRequest.of(event, WebhookFormat.SIGNATURE_HEADER);
  }

  private static APIGatewayV2HTTPEvent event(
      @Nullable String method,
      @Nullable String body,
      boolean encoded,
      @Nullable Map<String, @Nullable String> headers) {
    RequestContext.Http http = new RequestContext.Http();
    http.setMethod(method);
    return APIGatewayV2HTTPEvent.builder()
        .withRequestContext(RequestContext.builder().withHttp(http).build())
        .withHeaders(headers)
        .withBody(body)
        .withIsBase64Encoded(encoded)
        .build();
  }
}
