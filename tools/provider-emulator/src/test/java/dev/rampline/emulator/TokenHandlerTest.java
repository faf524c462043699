package dev.rampline.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHandlerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String RIGHT = "{\"apiKey\":\"key\",\"apiSecret\":\"secret\"}";

  private Instant now = NOW;
  private final TokenIssuer tokens =
      new TokenIssuer(
          new ApiCredentials("key", "secret"), Duration.ofHours(1), () -> now, new Random(1));
  private final ProviderServer server =
      ProviderServer.start(
          0,
          new ApiAccess("long-lived", tokens),
          new ProviderState(() -> now),
          new ApiFaultInjector(FaultRates.NONE, 1));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void validCredentials_getAUniqueTokenWithAnExpiry() throws Exception {
    String first = token(post(RIGHT));
    String second = token(post(RIGHT));

    assertThat(first).isNotEqualTo(second);
    JsonNode claims =
        new JsonMapper().readTree(Base64.getUrlDecoder().decode(first.split("\\.", -1)[1]));
    assertThat(claims.path("exp").asLong()).isEqualTo(NOW.plusSeconds(3600).getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"apiKey\":\"key\"}",
        "{\"apiKey\":\"key\",\"apiSecret\":\"wrong\"}",
        "{\"apiKey\":\"wrong\",\"apiSecret\":\"secret\"}"
      })
  void otherCredentials_getAMessageAndNoToken(String body) throws Exception {
    HttpResponse<String> answer = post(body);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Invalid credentials\"}");
  }

  @Test
  void otherMethods_areNotAllowed() throws Exception {
    assertThat(send(HttpRequest.newBuilder(at("/api/v2/auth/token"))).statusCode()).isEqualTo(405);
  }

  @Test
  void token_authorizesUntilItExpires() throws Exception {
    String token = token(post(RIGHT));

    assertThat(orders(token)).isEqualTo(200);
    assertThat(orders("another")).isEqualTo(401);
    now = NOW.plus(Duration.ofHours(1));
    assertThat(orders(token)).isEqualTo(401);
  }

  private int orders(String token) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at("/api/v2/orders"))
            .header("Authorization", "Bearer " + token))
        .statusCode();
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at("/api/v2/auth/token")).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return server.baseUrl().resolve(path);
  }

  private static String token(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonMapper().readTree(answer.body()).path("accessToken").asText();
  }
}
