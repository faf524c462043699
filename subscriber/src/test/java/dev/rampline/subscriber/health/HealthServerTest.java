package dev.rampline.subscriber.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthServerTest {
  private volatile Readiness readiness = new Readiness(true, true);

  @AutoClose private final HealthServer server = HealthServer.start(anyPort(), () -> readiness);
  @AutoClose private final HttpClient client = HttpClient.newHttpClient();

  HealthServerTest() throws IOException {}

  @ParameterizedTest
  @CsvSource({"true, true, 200", "false, true, 503", "true, false, 503", "false, false, 503"})
  void ready_needsTheSubscriptionAndTheLedger(boolean subscribed, boolean ledger, int status)
      throws Exception {
    readiness = new Readiness(subscribed, ledger);

    HttpResponse<String> response = request("GET", "/health/ready");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body())
        .isEqualTo(
            "{\"ready\":%s,\"subscribed\":%s,\"ledger\":%s}\n"
                .formatted(status == 200, subscribed, ledger));
  }

  @Test
  void live_isIndependentOfReadiness() throws Exception {
    readiness = new Readiness(false, false);

    HttpResponse<String> live = request("GET", "/health/live");

    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(request("HEAD", "/health/live").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/health/", "/health/live/x", "/health/ready%2f", "/a?b"})
  void otherPath_isNotFound(String path) throws Exception {
    assertThat(request("GET", path).statusCode()).isEqualTo(404);
  }

  @Test
  void otherMethod_isNotAllowed() throws Exception {
    HttpResponse<String> response = request("POST", "/health/live");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void portInUse_isReportedAtOnce() {
    assertThatThrownBy(
            () ->
                HealthServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()),
                    () -> readiness))
        .isInstanceOf(BindException.class);
  }

  private HttpResponse<String> request(String method, String path) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.send(
        HttpRequest.newBuilder(url).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
