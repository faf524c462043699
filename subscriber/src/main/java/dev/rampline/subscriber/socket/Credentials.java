package dev.rampline.subscriber.socket;

import java.util.Objects;

/**
 * The credentials for the socket. Their text form is hidden.
 *
 * @param apiKey the partner's API key
 * @param environment the provider's environment, {@code PRODUCTION} or {@code STAGING}
 */
public record Credentials(String apiKey, String environment) {
  public Credentials {
    Objects.requireNonNull(apiKey, "apiKey");
    Objects.requireNonNull(environment, "environment");
  }

  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
