package dev.rampline.emulator;

import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Authorizes API requests in any of the four ways of {@code docs/provider-api.md#a13}. {@code
 * toString} shows no key.
 *
 * @param accessToken a long-lived access token
 * @param tokens issues further tokens
 */
public record ApiAccess(String accessToken, TokenIssuer tokens) {
  private static final String API_KEY = "apiKey";
  private static final String BEARER = "Bearer ";

  public ApiAccess {
    Objects.requireNonNull(accessToken, "accessToken");
    Objects.requireNonNull(tokens, "tokens");
  }

  boolean isAuthorized(Request request) {
    return isBearer(request.getHeaders().get("Authorization"))
        || isKey(request.getHeaders().get(API_KEY))
        || isKey(Request.extractQueryParameters(request).getValue(API_KEY));
  }

  private boolean isBearer(@Nullable String shown) {
    if (shown == null || !shown.startsWith(BEARER)) {
      return false;
    }
    String bearer = shown.substring(BEARER.length());
    return accessToken.equals(bearer)
        || tokens.credentials().apiSecret().equals(bearer)
        || tokens.isValid(bearer);
  }

  private boolean isKey(@Nullable String shown) {
    return tokens.credentials().apiKey().equals(shown);
  }

  @Override
  public String toString() {
    return "ApiAccess[hidden]";
  }
}
