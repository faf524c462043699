package dev.rampline.emulator;

import dev.rampline.emulator.socket.ProviderSocket;
import java.net.URI;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The provider's REST API on loopback; closing it stops all its threads. */
public final class ProviderServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Server server = new Server();
  private final ServerConnector connector;
  private final LongAdder requests = new LongAdder();

  private ProviderServer(int port) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // IDs may contain a slash.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
  }

  /**
   * Starts the server.
   *
   * @param port the port; 0: any free port
   * @param access authorizes requests
   * @param state the provider state
   * @param faults injects faults
   * @throws IllegalStateException if it cannot start, for example because the port is in use
   */
  public static ProviderServer start(
      int port, ApiAccess access, ProviderState state, ApiFaultInjector faults) {
    return start(port, access, new ProviderApiHandler(access, state, faults));
  }

  /**
   * Starts the server with a control endpoint, which changes the state and sends socket events.
   *
   * @throws IllegalStateException if it cannot start, for example because the port is in use
   */
  public static ProviderServer start(
      int port,
      ApiAccess access,
      ProviderState state,
      ApiFaultInjector faults,
      ProviderSocket socket) {
    Handler answers = new ProviderApiHandler(access, state, faults);
    return start(port, access, new EmulatorControlHandler(answers, access, state, socket));
  }

  private static ProviderServer start(int port, ApiAccess access, Handler answers) {
    ProviderServer provider = new ProviderServer(port);
    provider.server.setRequestLog((request, response) -> provider.requests.increment());
    provider.server.setHandler(new Handler.Sequence(new TokenHandler(access.tokens()), answers));
    try {
      provider.server.start();
      return provider;
    } catch (Exception failure) {
      provider.close();
      throw new IllegalStateException("Cannot start the provider's API on port " + port, failure);
    }
  }

  /** The base URL, without {@code /api/v2}. */
  public URI baseUrl() {
    return URI.create("http://%s:%d".formatted(HOST, connector.getLocalPort()));
  }

  /** The number of requests that it has answered. */
  public long requests() {
    return requests.sum();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("The provider's API did not stop", failure);
    }
  }
}
