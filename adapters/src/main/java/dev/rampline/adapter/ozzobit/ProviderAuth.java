package dev.rampline.adapter.ozzobit;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How requests authenticate: the provider documents four ways ({@code docs/provider-api.md#a13}).
 */
public enum ProviderAuth {
  /** The access token as bearer token: the default. */
  BEARER_TOKEN,
  /** The API key in the query. The query is never logged. */
  QUERY_KEY,
  /** The API key in a header. */
  HEADER_KEY,
  /** The API secret as bearer token. */
  BEARER_SECRET;

  private static final String API_KEY = "apiKey";

  /** Returns the query parameter with the credential; empty for the other ways. */
  Optional<String> query(Keys keys, Instant now) {
    return this == QUERY_KEY
        ? Optional.of(API_KEY + "=" + PercentEncoder.encode(credential(keys, now).text()))
        : Optional.empty();
  }

  void addTo(HttpRequest.Builder request, Keys keys, Instant now) {
    switch (this) {
      case BEARER_TOKEN, BEARER_SECRET ->
          request.header("Authorization", "Bearer " + headerText(credential(keys, now)));
      case HEADER_KEY -> request.header(API_KEY, headerText(credential(keys, now)));
      case QUERY_KEY -> {}
    }
  }

  /** The message of the JDK's exception for an invalid header contains the credential. */
  private static String headerText(Secret credential) {
    String text = credential.text();
    if (text.chars().anyMatch(character -> character < ' ' || character > '~')) {
      throw missing();
    }
    return text;
  }

  private Secret credential(Keys keys, Instant now) {
    return switch (this) {
      case BEARER_TOKEN ->
          keys.accessTokens().stream()
              .filter(token -> token.isUsableAt(now))
              .findFirst()
              .orElseThrow(ProviderAuth::missing);
      case QUERY_KEY, HEADER_KEY -> required(keys.apiKey());
      case BEARER_SECRET -> required(keys.apiSecret());
    };
  }

  private static Secret required(@Nullable Secret secret) {
    if (secret == null) {
      throw missing();
    }
    return secret;
  }

  private static ProviderUnavailableException missing() {
    return new ProviderUnavailableException(CallFailure.of(FailureCause.NO_CREDENTIALS), null);
  }
}
