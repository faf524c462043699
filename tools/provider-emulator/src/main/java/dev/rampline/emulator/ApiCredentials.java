package dev.rampline.emulator;

import java.util.Objects;

/**
 * The credentials of a partner from the dashboard. {@code toString} shows no key.
 *
 * @param apiKey the API key
 * @param apiSecret the API secret
 */
public record ApiCredentials(String apiKey, String apiSecret) {
  public ApiCredentials {
    Objects.requireNonNull(apiKey, "apiKey");
    Objects.requireNonNull(apiSecret, "apiSecret");
  }

  @Override
  public String toString() {
    return "ApiCredentials[hidden]";
  }
}
