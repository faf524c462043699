package dev.rampline.devstack;

import dev.rampline.emulator.ApiAccess;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.ProviderServer;
import dev.rampline.emulator.ProviderState;
import dev.rampline.emulator.TokenIssuer;
import dev.rampline.emulator.socket.ProviderSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The emulated provider's API and socket on this machine. */
public final class LocalProvider implements AutoCloseable {
  private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

  private final Closer closer;
  private final ProviderState state;
  private final ProviderServer api;
  private final ProviderSocket socket;

  private LocalProvider(
      Ports ports, DevKeys keys, ProviderState book, ApiFaultInjector mischief, Closer started) {
    this.closer = started;
    this.state = book;
    String accessToken = keys.accessTokens().stream().findFirst().orElse(keys.api().apiSecret());
    TokenIssuer tokens =
        new TokenIssuer(keys.api(), TOKEN_LIFETIME, InstantSource.system(), new SecureRandom());
    ApiAccess access = new ApiAccess(accessToken, tokens);
    this.socket =
        started.register(ProviderSocket.start(ports.providerSocket(), keys.api().apiKey()));
    this.api =
        started.register(ProviderServer.start(ports.provider(), access, book, mischief, socket));
  }

  /**
   * Starts both; nothing is known to it yet.
   *
   * @param mischief how the API misbehaves
   * @throws dev.rampline.embedded.PortInUseException if something listens on one of the ports
   */
  public static LocalProvider start(Ports ports, DevKeys keys, ApiFaultInjector mischief) {
    return start(ports, keys, new ProviderState(InstantSource.system()), mischief);
  }

  /** The same, with what it knows. */
  public static LocalProvider start(
      Ports ports, DevKeys keys, ProviderState book, ApiFaultInjector mischief) {
    Closer started = new Closer();
    try {
      return new LocalProvider(ports, keys, book, mischief, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  /** What it knows. */
  public ProviderState state() {
    return state;
  }

  /** Through which it speaks. */
  public ProviderSocket socket() {
    return socket;
  }

  /** What stands before {@code /api/v2} in the URLs of its API. */
  public URI apiUrl() {
    return api.baseUrl();
  }

  /** Where it is, as settings by their environment variables. */
  public Map<String, String> variables() {
    return Map.of(
        "RAMPLINE_PROVIDER_URL", api.baseUrl().toString(),
        "RAMPLINE_SOCKET_URL", socket.url().toString());
  }

  @Override
  public void close() {
    closer.close();
  }
}
