package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriberProcessIT {
  /** A port without a listener. */
  private static final String UNREACHABLE_URL = "http://127.0.0.1:1/ws";

  private static final EmbeddedStores stores = new EmbeddedStores();

  @AfterAll
  static void stop() {
    stores.close();
  }

  @Test
  void signal_exitsWith0_evenWhileUnhealthy() throws Exception {
    try (SubscriberRun run = SubscriberRun.of(environment())) {
      run.awaitHealth("/health/live", 200);

      assertThat(run.health("/health/ready").statusCode()).isEqualTo(503);
      run.awaitReadiness("{\"ready\":false,\"subscribed\":false,\"ledger\":true}\n");
      run.terminate();

      assertThat(run.awaitExit()).isZero();
      assertThat(run.output())
          .contains("\"socket\":\"failed\"", "\"shutdown\":\"drained\"", "\"connected\":0")
          .doesNotContain("canary");
    }
  }

  @Test
  void outOfMemoryError_exitsWithAnError() throws Exception {
    try (SubscriberRun run = SubscriberRun.of(CrashingMain.class.getName(), environment())) {
      assertThat(run.awaitExit()).isEqualTo(SubscriberProcess.INTERNAL_ERROR);
      assertThat(run.output())
          .contains("\"fault\":\"java.lang.OutOfMemoryError\"")
          .doesNotContain("canary");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RAMPLINE_SOCKET_URL, '', RAMPLINE_SOCKET_URL is missing: set it to a wss or https URL without"
        + " a query",
    "RAMPLINE_SOCKET_URL, http://canary.example/ws, RAMPLINE_SOCKET_URL is not a wss or https URL"
        + " without a query",
    "RAMPLINE_SOCKET_BUFFER, many, RAMPLINE_SOCKET_BUFFER is not a whole number from 1",
  })
  void invalidSetting_isReportedInOneLine(String variable, String value, String message)
      throws Exception {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put(variable, value);

    try (SubscriberRun run = SubscriberRun.of(environment)) {
      assertThat(run.awaitExit()).isEqualTo(SubscriberProcess.CONFIGURATION_ERROR);
      assertThat(run.output()).isEqualToIgnoringNewLines(message);
    }
  }

  @Test
  void missingRegion_isReportedInOneLine() throws Exception {
    Map<String, String> environment = new HashMap<>(environment());
    environment.remove("AWS_REGION");

    try (SubscriberRun run = SubscriberRun.of(environment)) {
      assertThat(run.awaitExit()).isEqualTo(SubscriberProcess.CONFIGURATION_ERROR);
      assertThat(run.output()).startsWith("Cannot call AWS: AWS_REGION is missing");
    }
  }

  @Test
  void portInUse_isReportedInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = new HashMap<>(environment());
      environment.put("RAMPLINE_HEALTH_PORT", Integer.toString(taken.getLocalPort()));

      try (SubscriberRun run = SubscriberRun.of(environment)) {
        assertThat(run.awaitExit()).isEqualTo(SubscriberProcess.CONFIGURATION_ERROR);
        assertThat(run.output())
            .startsWith("RAMPLINE_HEALTH_PORT cannot be used: ")
            .hasLineCount(1);
      }
    }
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(stores.awsVariables());
    environment.putAll(stores.variables());
    environment.put("RAMPLINE_SOCKET_URL", UNREACHABLE_URL);
    environment.put("RAMPLINE_API_KEY", "canary-of-an-api-key");
    return environment;
  }
}
