package dev.rampline.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.rampline.verification.WebhookVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Headers in lists, and compressed bodies. */
class GatewayEventTest {
  private static final String ORDER =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"1\",\"status\":\"COMPLETED\"}}";

  private final WebhookFixture fixture = new WebhookFixture();

  @Test
  void headers_in_lists_alone_are_joined() {
    GatewayEvent event =
        event("{\"headers\":null,\"multiValueHeaders\":{\"X-A\":[\"1\",\"2\"],\"B\":null}}");
    assertThat(event.getHeaders()).containsExactly(Map.entry("X-A", "1,2"));
    assertThat(event("{\"multiValueHeaders\":{\"X-A\":[\"1\"]},\"headers\":{}}").getHeaders())
        .containsEntry("X-A", "1");
  }

  @Test
  void headers_beside_lists_have_precedence() {
    GatewayEvent event =
        event("{\"headers\":{\"a\":\"1\"},\"multiValueHeaders\":{\"a\":[\"2\",\"1\"]}}");
    assertThat(event.getHeaders()).containsExactly(Map.entry("a", "1"));
    assertThat(event("{\"version\":\"2.0\"}").getHeaders()).isNull();
    assertThat(event("{\"isBase64Encoded\":true,\"body\":\"e30=\"}").getIsBase64Encoded()).isTrue();
  }

  @Test
  void compressed_body_is_decompressed() throws IOException {
    assertThat(status(gzip(SampleToken.body(ORDER).getBytes(UTF_8)))).isEqualTo(200);
    assertThat(fixture.line()).contains("\"subject\":\"order/1\"");
  }

  @Test
  void compressed_body_is_bounded() throws IOException {
    byte[] largest = new byte[WebhookVerifier.MAX_BODY_BYTES];
    Arrays.fill(largest, (byte) ' ');
    assertThat(status(gzip(largest))).isEqualTo(400);
    assertThat(status(gzip(Arrays.copyOf(largest, largest.length + 1)))).isEqualTo(413);
    assertThat(status(gzip(new byte[50_000_000]))).isEqualTo(413);
  }

  @Test
  void compressed_body_that_is_broken_is_malformed() throws IOException {
    byte[] whole = gzip(SampleToken.body(ORDER).getBytes(UTF_8));
    assertThat(status(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(400);
    assertThat(status(new byte[] {31, -117})).isEqualTo(400);
  }

  private int status(byte[] body) {
    return fixture
        .answer(
            APIGatewayV2HTTPEvent.builder()
                .withBody(Base64.getEncoder().encodeToString(body))
                .withIsBase64Encoded(true)
                .build())
        .getStatusCode();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  /** As Lambda reads it. */
  private static GatewayEvent event(String json) {
    return JacksonFactory.getInstance().getSerializer(GatewayEvent.class).fromJson(json);
  }
}
