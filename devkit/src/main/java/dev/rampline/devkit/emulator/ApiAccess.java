package dev.rampline.devkit.emulator;

import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Who may ask: whoever shows it in one of the four ways of provider.md A13. It does not print. */
public record ApiAccess(String accessToken, ApiCredentials credentials) {
  private static final String API_KEY = "apiKey";

  public ApiAccess {
    Objects.requireNonNull(accessToken, "accessToken");
    Objects.requireNonNull(credentials, "credentials");
  }

  boolean admits(Request request) {
    String bearer = request.getHeaders().get("Authorization");
    return ("Bearer " + accessToken).equals(bearer)
        || ("Bearer " + credentials.apiSecret()).equals(bearer)
        || isKey(request.getHeaders().get(API_KEY))
        || isKey(Request.extractQueryParameters(request).getValue(API_KEY));
  }

  private boolean isKey(@Nullable String shown) {
    return credentials.apiKey().equals(shown);
  }

  @Override
  public String toString() {
    return "ApiAccess[hidden]";
  }
}
