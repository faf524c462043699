package dev.rampline.adapter.secretsmanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

final class SecretsManagerKeySourceTest {
  private static final String TOKEN = "a-token-of-at-least-thirty-two-bytes";

  private final HttpServer server;
  private final SecretsManagerClient client;

  SecretsManagerKeySourceTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    client = AwsUnderTest.at(endpoint).secretsManager();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void secretWithKeys_isRead() {
    answer(
        200,
        "{\"SecretString\":\"{\\\"accessTokens\\\":[{\\\"value\\\":\\\"%s\\\"}]}\"}"
            .formatted(TOKEN));

    assertThat(read().accessTokens()).extracting(Secret::text).containsExactly(TOKEN);
  }

  @Test
  void secretWithoutText_isInvalid() {
    answer(200, "{\"SecretBinary\":\"AAAA\"}");

    assertThatThrownBy(this::read).isInstanceOf(InvalidKeysException.class);
  }

  @Test
  void rejectedSecret_isUnavailable_andNotQuoted() {
    answer(400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"no rampline/keys\"}");

    assertThatThrownBy(this::read)
        .isInstanceOf(KeysUnavailableException.class)
        .hasMessage("The secret that holds the keys cannot be read");
  }

  @Test
  void credentials_areReadFromTheirOwnSecret() {
    answerBySecret(200, "{\"SecretString\":\"{\\\"apiKey\\\":\\\"public\\\"}\"}");

    Keys keys = new SecretsManagerKeySource(client, "rampline/keys", "rampline/api").read().keys();

    assertThat(keys.accessTokens()).extracting(Secret::text).containsExactly(TOKEN);
    assertThat(keys.apiKey()).isEqualTo(new Secret("public", null));
    assertThat(SecretsManagerKeySource.ofCredentials(client, "rampline/api").read().keys().apiKey())
        .isEqualTo(new Secret("public", null));
    assertThat(read().apiKey()).isNull();
  }

  @Test
  void secretOfTheCredentials_withoutAValue_containsNone() {
    answerBySecret(400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"no value\"}");

    Keys keys = new SecretsManagerKeySource(client, "rampline/keys", "rampline/api").read().keys();

    assertThat(keys.accessTokens()).hasSize(1);
    assertThat(keys.apiKey()).isNull();
  }

  @Test
  void secretOfTheCredentials_thatMayNotBeRead_isUnavailable() {
    answerBySecret(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"canary\"}");

    assertThatThrownBy(new SecretsManagerKeySource(client, "rampline/keys", "rampline/api")::read)
        .isInstanceOf(KeysUnavailableException.class);
  }

  /** Answers with the token for the keys, and like this for the credentials. */
  private void answerBySecret(int status, String credentials) {
    String keys = "{\"SecretString\":\"{\\\"accessTokens\\\":[\\\"%s\\\"]}\"}".formatted(TOKEN);
    server.createContext(
        "/",
        exchange -> {
          String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          boolean isKeys = request.contains("rampline/keys");
          respond(exchange, isKeys ? 200 : status, isKeys ? keys : credentials);
        });
  }

  private Keys read() {
    return new SecretsManagerKeySource(client, "rampline/keys", null).read().keys();
  }

  private void answer(int status, String json) {
    server.createContext("/", exchange -> respond(exchange, status, json));
  }

  private static void respond(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
