package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.stack.Closing;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.embedded.PortTakenException;
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
  private final Closing started = new Closing();
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
   * @throws PortTakenException if something listens there already
   */
  public static Inspector start(int port, Site site) {
    Inspector inspector = new Inspector(port);
    inspector.server.setHandler(new Guard(inspector.handlers(site)));
    try {
      inspector.server.start();
      inspector.started.later(inspector.server::stop);
      inspector.started.later(site.chronicle().audience()::close);
      inspector.tick(site);
      return inspector;
    } catch (Exception failure) {
      inspector.close();
      throw PortTakenException.orElse(port, failure);
    }
  }

  private Handler handlers(Site site) {
    Chronicle chronicle = site.chronicle();
    Supplier<ObjectNode> channels = () -> chronicle.channels(site.socket().get());
    return new Handler.Sequence(
        new Broadcast(chronicle, site::hello, channels),
        new Stories(chronicle),
        new Sending(site.narrator()),
        new Pages());
  }

  /** Tells every onlooker once a second how the channels do. */
  private void tick(Site site) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inspector").factory());
    started.later(clock::shutdownNow);
    var _ =
        clock.scheduleAtFixedRate(
            () -> site.chronicle().audience().tick(site.chronicle().channels(site.socket().get())),
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
    started.close();
  }

  /**
   * What it shows.
   *
   * @param chronicle what was seen
   * @param socket how the subscription does
   * @param places what listens where, by what it is
   * @param narrator who sends what is asked for
   */
  public record Site(
      Chronicle chronicle,
      Supplier<SocketState> socket,
      Map<String, String> places,
      Narrator narrator) {
    public Site {
      Objects.requireNonNull(chronicle, "chronicle");
      Objects.requireNonNull(socket, "socket");
      places = Map.copyOf(places);
      Objects.requireNonNull(narrator, "narrator");
    }

    private ObjectNode hello() {
      ObjectNode told = Nodes.object().put("now", Instant.now().toString());
      told.put("environment", chronicle.environment()).put("most", Chronicle.MOST_SUBJECTS);
      places.forEach(told.putObject("places")::put);
      return told;
    }
  }
}
