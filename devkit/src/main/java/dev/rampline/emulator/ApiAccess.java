package dev.rampline.emulator;

import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: whoever shows it in one of the four ways of provider.md A13. It does not print.
 *
 * @param accessToken one that was given long ago
 * @param tokens gives others
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
