package dev.rampline.adapter.configuration;

import dev.rampline.adapter.ozzobit.EndpointAuth;
import dev.rampline.reconcile.LookbackWindow;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * The provider API's URL, authentication, request rate and lookback.
 *
 * @param url the URL before {@code /api/v2/…}
 * @param auth how requests to each endpoint authenticate
 * @param perSecond maximum requests per second
 * @param lookback how far back the order list scan reads
 */
public record ProviderSettings(URI url, EndpointAuth auth, int perSecond, LookbackWindow lookback) {
  /** The variable with the provider's URL. If it is not set, the provider's API is not used. */
  public static final String URL = "RAMPLINE_PROVIDER_URL";

  /** Requests contain credentials, so plain HTTP is allowed only to the local host. */
  private static final String BASE_URL =
      "(https://[A-Za-z0-9.-]+|http://(127\\.0\\.0\\.1|localhost))(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?";

  private static final int DEFAULT_RATE = 5;
  private static final int MAX_RATE = 1000;
  private static final Duration MAX_OVERLAP = Duration.ofDays(1);
  private static final Duration MAX_LOOKBACK = Duration.ofDays(3650);

  public ProviderSettings {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(auth, "auth");
    Objects.requireNonNull(lookback, "lookback");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static ProviderSettings of(EnvironmentVariables variables) {
    return new ProviderSettings(
        url(variables),
        auth(variables),
        variables.number("RAMPLINE_PROVIDER_RATE", DEFAULT_RATE, MAX_RATE),
        new LookbackWindow(
            variables.duration("RAMPLINE_RECONCILE_OVERLAP", "PT15M", MAX_OVERLAP),
            variables.duration("RAMPLINE_RECONCILE_LOOKBACK", "P7D", MAX_LOOKBACK)));
  }

  /**
   * Reads the provider API's URL.
   *
   * @throws ConfigurationException if it is missing or invalid
   */
  public static URI url(EnvironmentVariables variables) {
    return URI.create(variables.matching(URL, BASE_URL, "an https URL without a query"));
  }

  private static EndpointAuth auth(EnvironmentVariables variables) {
    return EndpointAuth.parse(
        variables.matching(
            "RAMPLINE_PROVIDER_AUTH",
            EndpointAuth.PATTERN,
            "bearer-token, query-key, header-key or bearer-secret, with an exception such as"
                + " ,kyc=header-key",
            "bearer-token"));
  }
}
