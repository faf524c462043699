package dev.rampline.emulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of the provider. {@code toString} shows no key.
 *
 * @param accessToken the partner access token, whose text is the key of every JWT
 * @param webhookSecret the key of AES-GCM and HMAC; null: neither is used
 */
public record ProviderKeys(String accessToken, @Nullable String webhookSecret) {
  public ProviderKeys {
    Objects.requireNonNull(accessToken, "accessToken");
  }

  /**
   * The webhook secret.
   *
   * @throws IllegalStateException if there is none
   */
  String secret() {
    if (webhookSecret == null) {
      throw new IllegalStateException("This transport needs a webhook secret");
    }
    return webhookSecret;
  }

  @Override
  public String toString() {
    return "ProviderKeys[hidden]";
  }
}
