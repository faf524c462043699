package dev.rampline.subscriber.health;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.failure.NetworkFaults;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Calls the liveness endpoint of the subscriber on this machine and exits with 0 if it is live.
 * Container images without a shell use it as their health command ({@code
 * infrastructure/subscriber.yaml}).
 */
public final class HealthProbe {
  private static final int TIMEOUT_MILLIS = 5_000;

  private HealthProbe() {}

  /** Exits with 0 if the subscriber is live, else with 1. */
  public static void main(String[] arguments) {
    EnvironmentVariables variables = new EnvironmentVariables(System.getenv());
    System.exit(isLive(variables.port("RAMPLINE_HEALTH_PORT", HealthServer.DEFAULT_PORT)) ? 0 : 1);
  }

  static boolean isLive(int port) {
    try {
      URI url = URI.create("http://127.0.0.1:%d/health/live".formatted(port));
      HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException unreachable) {
      System.err.println("Not live: " + NetworkFaults.ofHttp(unreachable).description());
      return false;
    }
  }
}
