package dev.rampline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.adapter.UnreachableAddresses;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command says why the provider's API returned nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcileCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final DevKeys keys = DevKeys.random();
  private final int offset = FreeOffset.find();
  private final DevStack stack =
      DevStack.start(
          new DevStack.Settings(Ports.withOffset(offset), false, keys, Map.of(), _ -> {}));
  private final HttpServer provider =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private int status;
  private String body = "";

  ReconcileCommandTest() throws IOException {
    provider.createContext("/", this::respond);
    provider.start();
  }

  @AfterAll
  void close() {
    provider.stop(0);
    stack.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 |                    | 403 | http-403            | HTTP status 403
          301 |                    | 301 | http-3xx            | HTTP status 301
          404 |                    | 404 | http-404            | HTTP status 404
          200 | {"statusCode":401} | 401 | http-401            | HTTP status 401
          200 | <html></html>      | 200 | response-not-json   | the response is not JSON
          200 | {"data":1}         | 200 | response-incomplete | the response does not contain the
          """)
  void response_isReportedByStatusAndForm(
      int answered, String content, int reported, String cause, String description)
      throws Exception {
    status = answered;
    body = content == null ? "" : content;
    String url = "http://127.0.0.1:" + provider.getAddress().getPort();

    CommandRun run = reconcile(url);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("stopped by  " + cause + ": the provider's API returned no data: " + description)
        .contains("docs/runbook.md#rampline-reconcile-stopped")
        .doesNotContain("dev.rampline", "Exception");
    JsonNode json = JSON.readTree(reconcile(url, "--json").out());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "checked",
            "recovered",
            "conflictsResolved",
            "confirmed",
            "disagreements",
            "unknown",
            "failed",
            "abandoned",
            "oldest",
            "scanCompleted",
            "stoppedBy",
            "failedLookups",
            "stops",
            "recoveredEvents");
    assertThat(json.path("stoppedBy").asText()).isEqualTo(cause);
    assertThat(json.at("/stops/0/part").asText()).isEqualTo("order-list");
    assertThat(json.at("/stops/0/status").asInt(reported)).isEqualTo(reported);
  }

  @Test
  void closedPort_isReported() {
    CommandRun run = reconcile(UnreachableAddresses.closedPortUrl());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("stopped by  connection-refused: ");
  }

  private CommandRun reconcile(String url, String... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "reconcile",
                    "--provider",
                    url,
                    "--for",
                    "20s",
                    "--port-offset",
                    Integer.toString(offset),
                    KeysFile.of(keys.document())),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
