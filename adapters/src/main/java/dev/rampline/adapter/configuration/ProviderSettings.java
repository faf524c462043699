package dev.rampline.adapter.configuration;

import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.reconcile.LookbackWindow;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the provider's API is, how it wants to be asked, and for how much of its past.
 *
 * @param url what stands before {@code /api/v2/…} in its addresses
 * @param auth how a request shows who asks
 * @param perSecond how many requests may be made in a second
 * @param lookback how far back the list of orders is read
 */
public record ProviderSettings(URI url, ProviderAuth auth, int perSecond, LookbackWindow lookback) {
  /** The variable without which there is no provider to ask. */
  public static final String URL = "RAMPLINE_PROVIDER_URL";

  /** Credentials travel there: in the clear on this machine alone. */
  private static final String BASE_URL =
      "(https://[A-Za-z0-9.-]+|http://(127\\.0\\.0\\.1|localhost))(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?";

  private static final int DEFAULT_RATE = 5;
  private static final int MAX_RATE = 1000;
  private static final Duration MAX_OVERLAP = Duration.ofDays(1);
  private static final Duration MAX_LOOKBACK = Duration.ofDays(3650);

  public ProviderSettings {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(auth, "auth");
    Objects.requireNonNull(lookback, "reach");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
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
   * Where the provider's API is.
   *
   * @throws ConfigurationException if that is missing or makes no sense
   */
  public static URI url(EnvironmentVariables variables) {
    return URI.create(variables.matching(URL, BASE_URL, "an https URL without a query"));
  }

  private static ProviderAuth auth(EnvironmentVariables variables) {
    String text =
        variables.matching(
            "RAMPLINE_PROVIDER_AUTH",
            "bearer-token|query-key|header-key|bearer-secret",
            "bearer-token, query-key, header-key or bearer-secret",
            "bearer-token");
    return ProviderAuth.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
