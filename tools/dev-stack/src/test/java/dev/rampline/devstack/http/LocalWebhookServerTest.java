package dev.rampline.devstack.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.embedded.PortInUseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalWebhookServerTest {
  private final BlockingQueue<APIGatewayV2HTTPEvent> events = new ArrayBlockingQueue<>(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalWebhookServer front =
      LocalWebhookServer.start(
          0,
          (event, context) -> {
            events.add(event);
            return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(503)
                .withHeaders(Map.of("content-type", "application/json", "retry-after", "5"))
                .withBody("{}")
                .build();
          });

  @AfterEach
  void close() {
    client.close();
    front.close();
  }

  @Test
  void textBody_reachesTheHandlerAsText() throws Exception {
    post("{\"data\":\"é\"}".getBytes(StandardCharsets.UTF_8));

    APIGatewayV2HTTPEvent event = events.take();
    assertThat(event.getBody()).isEqualTo("{\"data\":\"é\"}");
    assertThat(event.getIsBase64Encoded()).isFalse();
    assertThat(event.getVersion()).isEqualTo("2.0");
    assertThat(event.getRouteKey()).isEqualTo("POST /webhooks/ozzobit");
    assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("POST");
    assertThat(event.getRequestContext().getHttp().getSourceIp()).isEqualTo("127.0.0.1");
  }

  @Test
  void bodyThatIsNotUtf8_reachesTheHandlerAsBase64() throws Exception {
    post(new byte[] {(byte) 0xff, 0, 1});

    APIGatewayV2HTTPEvent event = events.take();
    assertThat(event.getBody()).isEqualTo("/wAB");
    assertThat(event.getIsBase64Encoded()).isTrue();
  }

  @Test
  void absentBody_isNull() throws Exception {
    post(new byte[0]);

    assertThat(events.take().getBody()).isNull();
  }

  @Test
  void bodyOverTheReceiversLimit_isRejectedByTheHandler() throws Exception {
    post(new byte[65_537]);

    assertThat(events.take().getBody()).hasSize(65_537);
  }

  @Test
  void bodyOverTheGatewaysLimit_isRejectedByTheServer() throws Exception {
    assertThat(post(new byte[10_000_001]).statusCode()).isEqualTo(413);
    assertThat(events).isEmpty();
  }

  @Test
  void headers_areLowerCaseAndJoinedByCommas() throws Exception {
    send(
        HttpRequest.newBuilder(front.webhookUrl())
            .header("X-OZZOBiT-Signature", "one")
            .header("X-OZZOBiT-Signature", "two")
            .POST(BodyPublishers.ofString("{}")));

    assertThat(events.take().getHeaders()).containsEntry("x-ozzobit-signature", "one,two");
  }

  @Test
  void response_equalsTheHandlersResponse() throws Exception {
    HttpResponse<String> answer = post(new byte[] {'{', '}'});

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
    assertThat(answer.headers().firstValue("server")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void everyMethodOnThePath_isTheHandlers(String method) throws Exception {
    send(HttpRequest.newBuilder(front.webhookUrl()).method(method, BodyPublishers.noBody()));

    assertThat(events.take().getRequestContext().getHttp().getMethod()).isEqualTo(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/webhooks", "/webhooks/ozzobit/", "/webhooks/OZZOBIT", "/x?y=z"})
  void everyOtherPath_isNotFound(String path) throws Exception {
    URI elsewhere = front.webhookUrl().resolve(path);

    assertThat(
            send(HttpRequest.newBuilder(elsewhere).POST(BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(404);
    assertThat(events).isEmpty();
  }

  @Test
  void portInUse_isInTheError() {
    int port = front.webhookUrl().getPort();

    assertThatThrownBy(() -> LocalWebhookServer.start(port, (event, context) -> null))
        .isInstanceOfSatisfying(
            PortInUseException.class, taken -> assertThat(taken.port()).isEqualTo(port));
  }

  private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(front.webhookUrl()).POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
