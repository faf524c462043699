package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookResponseTest {

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED,200,,",
    "MALFORMED,400,,",
    "UNAUTHENTICATED,401,,",
    "METHOD_NOT_ALLOWED,405,allow,POST",
    "TOO_LARGE,413,,",
    "UNAVAILABLE,503,retry-after,5",
  })
  void every_response_is_fixed_json(
      WebhookResponse webhookResponse, int status, String header, String value) {
    APIGatewayV2HTTPResponse response = webhookResponse.response();

    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getBody()).matches("\\{\"status\":\"[a-z ]+\"}");
    assertThat(response.getIsBase64Encoded()).isFalse();
    assertThat(response.getHeaders())
        .containsEntry("content-type", "application/json")
        .containsEntry("cache-control", "no-store")
        .hasSize(header == null ? 2 : 3);
    assertThat(response.getHeaders().get(header == null ? "" : header)).isEqualTo(value);
  }
}
