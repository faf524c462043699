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
  private static final Pattern HEADER =
      Pattern.compile("\\s*(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*=\\s*(?<value>[!-~]+)\\s*");

  /** Headers contain credentials, so plain HTTP is allowed only to the local host. */
  private static final Pattern PROTECTED =
      Pattern.compile("https://.+|http://(127\\.0\\.0\\.1|localhost)(?![A-Za-z0-9.-]).*");

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
    String endpoint =
        variables.matching(ENDPOINT, BASE_URL, "an http or https URL without a query");
    Map<String, Secret> headers = headers(variables.find(HEADERS).orElse(""));
    if (!headers.isEmpty() && !PROTECTED.matcher(endpoint).matches()) {
      throw new ConfigurationException(HEADERS, "needs an https URL in " + ENDPOINT);
    }
    return Optional.of(
        new OtlpSettings(
            URI.create(endpoint), headers, InstallationName.of(variables) + "-subscriber"));
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
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      throw invalidHeaders();
    }
  }

  private static ConfigurationException invalidHeaders() {
    return new ConfigurationException(
        HEADERS, "is not a list of name=value with commas and percent-encoded values");
  }
}
