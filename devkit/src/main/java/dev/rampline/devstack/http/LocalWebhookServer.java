package dev.rampline.devstack.http;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.embedded.PortInUseException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The receiver's address on loopback; closing it ends every thread of it. */
public final class LocalWebhookServer implements AutoCloseable {
  /** The one path that leads anywhere; every method on it goes to the handler. */
  public static final String PATH = "/webhooks/ozzobit";

  static final String ROUTE = "POST " + PATH;

  private static final String HOST = "127.0.0.1";

  private final Server server = new Server();
  private final ServerConnector connector;

  private LocalWebhookServer(int port) {
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
   * @throws PortInUseException if something listens there already
   */
  public static LocalWebhookServer start(
      int port, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
    LocalWebhookServer front = new LocalWebhookServer(port);
    front.server.setHandler(new ApiGatewayHandler(handler));
    try {
      front.server.start();
      return front;
    } catch (Exception failure) {
      front.close();
      throw PortInUseException.wrap(port, failure);
    }
  }

  /** Where webhooks are posted to. */
  public URI webhookUrl() {
    return URI.create("http://%s:%d%s".formatted(HOST, connector.getLocalPort(), PATH));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("The local front does not stop", failure);
    }
  }
}
