package dev.rampline.devstack;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.embedded.PortInUseException;
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
import java.util.function.IntFunction;

/** The emulated provider's API and socket on this machine. */
public final class LocalProvider implements AutoCloseable {
  private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

  private final Closer closer;
  private final ProviderState state;
  private final ProviderServer api;
  private final ProviderSocket socket;

  private LocalProvider(
      Ports ports, DevKeys keys, ProviderState state, ApiFaultInjector faults, Closer started) {
    this.closer = started;
    this.state = state;
    String accessToken = keys.accessTokens().stream().findFirst().orElse(keys.api().apiSecret());
    TokenIssuer tokens =
        new TokenIssuer(keys.api(), TOKEN_LIFETIME, InstantSource.system(), new SecureRandom());
    ApiAccess access = new ApiAccess(accessToken, tokens);
    this.socket =
        started.register(
            onPort(
                ports.providerSocket(), port -> ProviderSocket.start(port, keys.api().apiKey())));
    this.api =
        started.register(
            onPort(
                ports.provider(),
                port -> ProviderServer.start(port, access, state, faults, socket)));
  }

  private static <T> T onPort(int port, IntFunction<T> start) {
    try {
      return start.apply(port);
    } catch (IllegalStateException failure) {
      throw PortInUseException.wrap(port, failure);
    }
  }

  /**
   * Starts API and socket with an empty provider state.
   *
   * @param faults the faults of the API
   * @throws PortInUseException if one of the ports is in use
   */
  public static LocalProvider start(Ports ports, DevKeys keys, ApiFaultInjector faults) {
    return start(ports, keys, new ProviderState(InstantSource.system()), faults);
  }

  /** Starts API and socket with that provider state. */
  public static LocalProvider start(
      Ports ports, DevKeys keys, ProviderState state, ApiFaultInjector faults) {
    Closer started = new Closer();
    try {
      return new LocalProvider(ports, keys, state, faults, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  /** The provider state. */
  public ProviderState state() {
    return state;
  }

  /** The provider's socket. */
  public ProviderSocket socket() {
    return socket;
  }

  /** The base URL of the API, without {@code /api/v2}. */
  public URI apiUrl() {
    return api.baseUrl();
  }

  /** The environment variables that point to this provider. */
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
