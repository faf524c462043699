package dev.rampline.adapter.ozzobit;

import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a request shows who asks: the provider's pages describe four ways (provider.md A13). */
public enum ProviderAuth {
  /** The access token as bearer: the usual way. */
  BEARER_TOKEN,
  /** The API key in the query; it never stands in anything that we print. */
  QUERY_KEY,
  /** The API key in a header. */
  HEADER_KEY,
  /** The API secret itself as bearer. */
  BEARER_SECRET;

  private static final String API_KEY = "apiKey";

  /** What the query carries, and nothing where the way is another. */
  Optional<String> query(Keys keys, Instant now) {
    return this == QUERY_KEY
        ? Optional.of(API_KEY + "=" + PercentEncoder.encode(credential(keys, now).text()))
        : Optional.empty();
  }

  void addTo(HttpRequest.Builder request, Keys keys, Instant now) {
    switch (this) {
      case BEARER_TOKEN, BEARER_SECRET ->
          request.header("Authorization", "Bearer " + credential(keys, now).text());
      case HEADER_KEY -> request.header(API_KEY, credential(keys, now).text());
      case QUERY_KEY -> {}
    }
  }

  private Secret credential(Keys keys, Instant now) {
    return switch (this) {
      case BEARER_TOKEN ->
          keys.accessTokens().stream()
              .filter(token -> token.isUsableAt(now))
              .findFirst()
              .orElseThrow(() -> missing("access token"));
      case QUERY_KEY, HEADER_KEY -> required(keys.apiKey(), API_KEY);
      case BEARER_SECRET -> required(keys.apiSecret(), "apiSecret");
    };
  }

  private static Secret required(@Nullable Secret secret, String name) {
    if (secret == null) {
      throw missing(name);
    }
    return secret;
  }

  private static ProviderUnavailableException missing(String name) {
    return new ProviderUnavailableException("The keys hold no usable " + name, null);
  }
}
