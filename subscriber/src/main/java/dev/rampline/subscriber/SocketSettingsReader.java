package dev.rampline.subscriber;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.subscriber.socket.SocketSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the settings of the socket. */
final class SocketSettingsReader {
  private static final String URL = "RAMPLINE_SOCKET_URL";

  /** The API key is sent there, so plain text is allowed on loopback only. */
  private static final String SERVER =
      "((wss|https)://[A-Za-z0-9.-]+|(ws|http)://(127\\.0\\.0\\.1|localhost))(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?";

  private static final String MEANING = "a wss or https URL without a query";
  private static final int MAX_PORT = 65_535;
  private static final String PATH = "/[A-Za-z0-9._~/-]*";
  private static final String DOCUMENTED_NAMESPACE = "/ws";
  private static final int MAX_ORDERS = 1000;
  private static final Pattern ORDER = Pattern.compile("[!-~]{1,96}");

  private SocketSettingsReader() {}

  static SocketSettings of(EnvironmentVariables variables) {
    URI url = url(variables);
    return new SocketSettings(
        URI.create(url.getScheme() + "://" + url.getRawAuthority()),
        variables.matching(
            "RAMPLINE_SOCKET_NAMESPACE",
            PATH,
            "a namespace that begins with a slash",
            namespace(url)),
        variables.matching(
            "RAMPLINE_SOCKET_PATH", PATH, "a path that begins with a slash", "/socket.io/"),
        orders(variables));
  }

  /** Checks the host and the port too, which the pattern does not. */
  private static URI url(EnvironmentVariables variables) {
    URI url = URI.create(variables.matching(URL, SERVER, MEANING));
    if (url.getHost() == null || url.getPort() > MAX_PORT) {
      throw new ConfigurationException(URL, "is not " + MEANING);
    }
    return url;
  }

  /**
   * Returns the namespace, which is the path of the URL in Socket.IO ({@code
   * docs/provider-api.md#websocket}).
   */
  private static String namespace(URI url) {
    String path = url.getRawPath().replaceFirst("/+$", "");
    return path.isEmpty() ? DOCUMENTED_NAMESPACE : path;
  }

  private static List<String> orders(EnvironmentVariables variables) {
    String variable = "RAMPLINE_SOCKET_ORDERS";
    List<String> orders =
        variables.find(variable).stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .distinct()
            .toList();
    if (orders.size() > MAX_ORDERS || !orders.stream().allMatch(ORDER.asMatchPredicate())) {
      throw new ConfigurationException(
          variable, "is not a list of at most %d order ids, with commas".formatted(MAX_ORDERS));
    }
    return orders;
  }
}
