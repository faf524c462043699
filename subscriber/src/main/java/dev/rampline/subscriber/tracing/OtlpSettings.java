package dev.rampline.subscriber.tracing;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.InstallationName;
import dev.rampline.verification.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where spans are sent, as the OpenTelemetry specification defines its variables.
 *
 * @param endpoint the URL before {@code /v1/traces}
 * @param headers headers of every request, which may contain credentials
 * @param serviceName the name of the subscriber in the backend
 */
public record OtlpSettings(URI endpoint, Map<String, Secret> headers, String serviceName) {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
  private static final String BASE_URL = "https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?";
  private static final String MEANING = "an http or https URL without a query";
  private static final int MAX_PORT = 65_535;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
  private static final Pattern HEADER =
      Pattern.compile("\\s*(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*=\\s*(?<value>[!-~]+)\\s*");

  private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");

  public OtlpSettings {
    Objects.requireNonNull(endpoint, "endpoint");
    headers = Map.copyOf(headers);
    Objects.requireNonNull(serviceName, "serviceName");
  }

  /**
   * Reads the settings; empty if no endpoint is set.
   *
   * @throws ConfigurationException for the first variable that is invalid
   */
  public static Optional<OtlpSettings> of(EnvironmentVariables variables) {
    if (variables.find(ENDPOINT).isEmpty()) {
      return Optional.empty();
    }
    URI endpoint = endpoint(variables);
    Map<String, Secret> headers = headers(variables.find(HEADERS).orElse(""));
    // Headers contain credentials, so plain HTTP is allowed only to the local host.
    if (!headers.isEmpty()
        && endpoint.getScheme().equals("http")
        && !LOOPBACK.contains(endpoint.getHost())) {
      throw new ConfigurationException(HEADERS, "needs an https URL in " + ENDPOINT);
    }
    return Optional.of(
        new OtlpSettings(endpoint, headers, InstallationName.of(variables) + "-subscriber"));
  }

  /** Checks the host and the port too, which the pattern does not. */
  private static URI endpoint(EnvironmentVariables variables) {
    URI url = URI.create(variables.matching(ENDPOINT, BASE_URL, MEANING));
    if (url.getHost() == null || url.getPort() > MAX_PORT) {
      throw new ConfigurationException(ENDPOINT, "is not " + MEANING);
    }
    return url;
  }

  private static Map<String, Secret> headers(String text) {
    Map<String, Secret> headers = new TreeMap<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      Matcher header = HEADER.matcher(part);
      if (!header.matches()) {
        throw invalidHeaders();
      }
      headers.put(header.group("name"), new Secret(decoded(header.group("value")), null));
    }
    return headers;
  }

  /** Decodes percent-encoding. A plus sign, as in Base64, stands for itself. */
  private static String decoded(String value) {
    try {
      String decoded = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (PRINTABLE.matcher(decoded).matches()) {
        return decoded;
      }
    } catch (IllegalArgumentException notEncoded) {
      // The exception below is the same; this one would quote the value.
    }
    throw invalidHeaders();
  }

  private static ConfigurationException invalidHeaders() {
    return new ConfigurationException(
        HEADERS, "is not a list of name=value with commas and percent-encoded values");
  }
}
