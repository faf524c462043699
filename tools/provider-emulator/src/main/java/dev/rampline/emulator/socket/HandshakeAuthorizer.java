package dev.rampline.emulator.socket;

import com.corundumstudio.socketio.AuthTokenListener;
import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.SocketIOClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Accepts clients with the API key and a known or absent environment. The server keeps rejected
 * clients, so each accepted client is marked.
 */
final class HandshakeAuthorizer implements AuthTokenListener {
  private static final String AUTHORIZED_KEY = "admitted";
  private static final Set<String> ENVIRONMENTS = Set.of("STAGING", "PRODUCTION");

  private final String apiKey;
  private final AtomicInteger rejections = new AtomicInteger();

  HandshakeAuthorizer(String apiKey) {
    this.apiKey = apiKey;
  }

  void rejectNext(int attempts) {
    rejections.set(attempts);
  }

  static boolean isAuthorized(SocketIOClient client) {
    return client.has(AUTHORIZED_KEY);
  }

  @Override
  public AuthTokenResult getAuthTokenResult(Object shown, SocketIOClient client) {
    if (rejections.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return rejected("Try again later");
    }
    if (!(shown instanceof Map<?, ?> auth) || !apiKey.equals(auth.get("apiKey"))) {
      return rejected("Invalid API key");
    }
    if (!isEnvironment(auth.get("env"))) {
      return rejected("Invalid environment");
    }
    client.set(AUTHORIZED_KEY, true);
    return AuthTokenResult.AuthTokenResultSuccess;
  }

  private static boolean isEnvironment(@Nullable Object env) {
    return env == null || ENVIRONMENTS.contains(env);
  }

  private static AuthTokenResult rejected(String message) {
    return new AuthTokenResult(false, Map.of("message", message));
  }
}
