package dev.rampline.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every key that the provider may have signed with, the current one first, and the credentials for
 * its API (design §8). It does not print.
 *
 * @param accessTokens the partner access tokens: keys of webhook JWTs (provider.md §3.3, A2)
 * @param webhookSecrets the webhook secrets: keys of AES-256-GCM and of the signature header
 * @param apiKey the partner's API key
 * @param apiSecret the partner's API secret
 */
public record Keys(
    List<Secret> accessTokens,
    List<Secret> webhookSecrets,
    @Nullable Secret apiKey,
    @Nullable Secret apiSecret) {
  /** There are none. */
  public static final Keys NONE = new Keys(List.of(), List.of(), null, null);

  public Keys {
    accessTokens = List.copyOf(accessTokens);
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  @Override
  public String toString() {
    return "Keys[hidden]";
  }
}
