package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devstack.Closer;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.PortInUseException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The page's address on loopback; closing it ends every thread of it. */
public final class Inspector implements AutoCloseable {
  private final Closer closer = new Closer();
  private final Server server = new Server();
  private final ServerConnector connector;

  private Inspector(int port) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(Ports.LOOPBACK);
    connector.setPort(port);
    server.addConnector(connector);
  }

  /**
   * Starts it.
   *
   * @param port where to listen; 0 takes any free port
   * @throws PortInUseException if something listens there already
   */
  public static Inspector start(int port, Settings site) {
    Inspector inspector = new Inspector(port);
    inspector.server.setHandler(new SameOriginHandler(inspector.handlers(site)));
    try {
      inspector.server.start();
      inspector.closer.register(inspector.server::stop);
      inspector.closer.register(site.store().clients()::close);
      inspector.startTicking(site);
      return inspector;
    } catch (Exception failure) {
      inspector.close();
      throw PortInUseException.wrap(port, failure);
    }
  }

  private Handler handlers(Settings site) {
    EventStore chronicle = site.store();
    Supplier<ObjectNode> channels = () -> chronicle.channels(site.socket().get());
    return new Handler.Sequence(
        new EventStreamHandler(chronicle, site::hello, channels),
        new TimelineHandler(chronicle),
        new SendHandler(site.sender()),
        new StaticFileHandler());
  }

  /** Tells every onlooker once a second how the channels do. */
  private void startTicking(Settings site) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inspector").factory());
    closer.register(clock::shutdownNow);
    var _ =
        clock.scheduleAtFixedRate(
            () -> site.store().clients().updateChannels(site.store().channels(site.socket().get())),
            1,
            1,
            TimeUnit.SECONDS);
  }

  /** Where a browser finds it. */
  public URI url() {
    return URI.create("http://%s:%d/".formatted(Ports.LOOPBACK, connector.getLocalPort()));
  }

  @Override
  public void close() {
    closer.close();
  }

  /**
   * What it shows.
   *
   * @param store what was seen
   * @param socket how the subscription does
   * @param addresses what listens where, by what it is
   * @param sender who sends what is asked for
   */
  public record Settings(
      EventStore store,
      Supplier<SocketState> socket,
      Map<String, String> addresses,
      ScenarioSender sender) {
    public Settings {
      Objects.requireNonNull(store, "chronicle");
      Objects.requireNonNull(socket, "socket");
      addresses = Map.copyOf(addresses);
      Objects.requireNonNull(sender, "narrator");
    }

    private ObjectNode hello() {
      ObjectNode told = JsonNodes.object().put("now", Instant.now().toString());
      told.put("environment", store.environment()).put("most", EventStore.MAX_SUBJECTS);
      addresses.forEach(told.putObject("places")::put);
      return told;
    }
  }
}
