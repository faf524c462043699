package dev.rampline.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All keys that the provider may sign with, the current one first, and the API credentials ({@code
 * docs/architecture.md#secrets-and-token-rotation}). {@code toString} hides them.
 *
 * @param accessTokens the partner access tokens: keys of webhook JWTs ({@code
 *     docs/provider-api.md#a2})
 * @param webhookSecrets the webhook secrets: keys of AES-256-GCM and of the signature header
 * @param originSecrets the values of the header that CloudFront adds to each request
 * @param apiKey the partner's API key
 * @param apiSecret the partner's API secret
 */
public record Keys(
    List<Secret> accessTokens,
    List<Secret> webhookSecrets,
    List<Secret> originSecrets,
    @Nullable Secret apiKey,
    @Nullable Secret apiSecret) {
  /** No keys. */
  public static final Keys NONE = new Keys(List.of(), List.of(), null, null);

  public Keys {
    accessTokens = List.copyOf(accessTokens);
    webhookSecrets = List.copyOf(webhookSecrets);
    originSecrets = List.copyOf(originSecrets);
  }

  /** Creates keys without origin secrets. */
  public Keys(
      List<Secret> accessTokens,
      List<Secret> webhookSecrets,
      @Nullable Secret apiKey,
      @Nullable Secret apiSecret) {
    this(accessTokens, webhookSecrets, List.of(), apiKey, apiSecret);
  }

  /** Returns these keys with that API key and API secret. */
  Keys withCredentials(@Nullable Secret newApiKey, @Nullable Secret newApiSecret) {
    return new Keys(accessTokens, webhookSecrets, originSecrets, newApiKey, newApiSecret);
  }

  @Override
  public String toString() {
    return "Keys[hidden]";
  }
}
