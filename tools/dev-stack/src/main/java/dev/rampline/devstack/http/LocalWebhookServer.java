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

/** The webhook endpoint on loopback; closing it stops all its threads. */
public final class LocalWebhookServer implements AutoCloseable {
  /** The only path; all methods are passed to the handler. */
  public static final String PATH = "/webhooks/ozzobit";

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
   * Starts the server.
   *
   * @param port the port; 0: any free port
   * @throws PortInUseException if the port is in use
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

  /** The URL for webhooks. */
  public URI webhookUrl() {
    return URI.create("http://%s:%d%s".formatted(HOST, connector.getLocalPort(), PATH));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("The webhook server did not stop", failure);
    }
  }
}
