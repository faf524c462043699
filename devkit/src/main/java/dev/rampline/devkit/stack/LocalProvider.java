package dev.rampline.devkit.stack;

import dev.rampline.devkit.emulator.ApiAccess;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.emulator.ProviderBook;
import dev.rampline.devkit.emulator.ProviderServer;
import dev.rampline.devkit.emulator.TokenDesk;
import dev.rampline.devkit.emulator.socket.ProviderSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The emulated provider's API and socket on this machine. */
public final class LocalProvider implements AutoCloseable {
  private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

  private final Closing started;
  private final ProviderBook book;
  private final ProviderServer api;
  private final ProviderSocket socket;

  private LocalProvider(
      Ports ports, DevKeys keys, ProviderBook book, Mischief mischief, Closing started) {
    this.started = started;
    this.book = book;
    String accessToken = keys.accessTokens().stream().findFirst().orElse(keys.api().apiSecret());
    TokenDesk tokens =
        new TokenDesk(keys.api(), TOKEN_LIFETIME, InstantSource.system(), new SecureRandom());
    ApiAccess access = new ApiAccess(accessToken, tokens);
    this.socket = started.later(ProviderSocket.start(ports.providerSocket(), keys.api().apiKey()));
    this.api =
        started.later(ProviderServer.start(ports.provider(), access, book, mischief, socket));
  }

  /**
   * Starts both; nothing is known to it yet.
   *
   * @param mischief how the API misbehaves
   * @throws dev.rampline.embedded.PortTakenException if something listens on one of the ports
   */
  public static LocalProvider start(Ports ports, DevKeys keys, Mischief mischief) {
    return start(ports, keys, new ProviderBook(InstantSource.system()), mischief);
  }

  /** The same, with what it knows. */
  public static LocalProvider start(
      Ports ports, DevKeys keys, ProviderBook book, Mischief mischief) {
    Closing started = new Closing();
    try {
      return new LocalProvider(ports, keys, book, mischief, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  /** What it knows. */
  public ProviderBook book() {
    return book;
  }

  /** Through which it speaks. */
  public ProviderSocket socket() {
    return socket;
  }

  /** What stands before {@code /api/v2} in the URLs of its API. */
  public URI apiUrl() {
    return api.base();
  }

  /** Where it is, as settings by their environment variables. */
  public Map<String, String> variables() {
    return Map.of(
        "RAMPLINE_PROVIDER_URL", api.base().toString(),
        "RAMPLINE_SOCKET_URL", socket.url().toString());
  }

  @Override
  public void close() {
    started.close();
  }
}
