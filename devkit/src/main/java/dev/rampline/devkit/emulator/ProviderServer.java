package dev.rampline.devkit.emulator;

import dev.rampline.embedded.PortTakenException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The provider's REST API on loopback; closing it ends every thread of it. */
public final class ProviderServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Server server = new Server();
  private final ServerConnector connector;

  private ProviderServer(int port) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
  }

  /**
   * Starts it.
   *
   * @param port where to listen; 0 takes any free port
   * @param tokens gives access tokens
   * @throws PortTakenException if something listens there already
   */
  public static ProviderServer start(int port, TokenDesk tokens) {
    ProviderServer provider = new ProviderServer(port);
    provider.server.setHandler(new TokenHandler(tokens));
    try {
      provider.server.start();
      return provider;
    } catch (Exception failure) {
      provider.close();
      throw PortTakenException.orElse(port, failure);
    }
  }

  /** What stands before {@code /api/v2/…} in its addresses. */
  public URI baseUrl() {
    return URI.create("http://%s:%d".formatted(HOST, connector.getLocalPort()));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("The emulated provider does not stop", failure);
    }
  }
}
