package dev.rampline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.embedded.LocalClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** An AWS that denies this operator's requests. */
@Isolated("The credentials are system properties.")
class RefusingAwsTest {
  private static final byte[] DENIED =
      "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message></Error></ErrorResponse>"
          .getBytes(UTF_8);

  private final HttpServer aws =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  RefusingAwsTest() throws IOException {
    aws.createContext("/", RefusingAwsTest::deny);
  }

  @BeforeEach
  void start() {
    System.setProperty("aws.accessKeyId", LocalClients.CREDENTIALS);
    System.setProperty("aws.secretAccessKey", LocalClients.CREDENTIALS);
    aws.start();
  }

  @AfterEach
  void stop() {
    aws.stop(0);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void deniedRequest_isReportedAsDenied() {
    CommandRun run = redrive();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("AWS denied the request").contains("not you");
  }

  private CommandRun redrive() {
    String endpoint =
        "http://%s:%d".formatted(aws.getAddress().getHostString(), aws.getAddress().getPort());
    return CommandRun.of(
        "redrive",
        "--from",
        "retry",
        "--region",
        LocalClients.REGION,
        "--endpoint-url",
        endpoint,
        "--stack",
        "rampline");
  }

  private static void deny(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().add("Content-Type", "text/xml");
      exchange.sendResponseHeaders(400, DENIED.length);
      exchange.getResponseBody().write(DENIED);
    }
  }
}
