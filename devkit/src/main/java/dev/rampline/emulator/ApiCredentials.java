package dev.rampline.emulator;

import java.util.Objects;

/**
 * What a partner has from the dashboard. It does not print.
 *
 * @param apiKey who asks
 * @param apiSecret the proof of it
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
