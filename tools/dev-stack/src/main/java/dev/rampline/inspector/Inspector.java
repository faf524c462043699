package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.PortInUseException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** Serves the inspector page on loopback. Closing it stops its threads. */
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
   * Starts the server.
   *
   * @param port the port to listen on; 0 selects a free port
   * @throws PortInUseException if the port is in use
   */
  public static Inspector start(int port, Settings settings) {
    Inspector inspector = new Inspector(port);
    inspector.server.setHandler(new SameOriginHandler(inspector.handlers(settings)));
    try {
      inspector.server.start();
      inspector.closer.register(inspector.server::stop);
      inspector.closer.register(settings.store().clients()::close);
      inspector.startTicking(settings);
      return inspector;
    } catch (Exception failure) {
      inspector.close();
      throw PortInUseException.wrap(port, failure);
    }
  }

  private Handler handlers(Settings settings) {
    EventStore store = settings.store();
    Supplier<ObjectNode> channels = () -> store.channels(settings.socket().get());
    List<Handler> handlers = new ArrayList<>();
    handlers.add(new EventStreamHandler(store, settings::hello, channels));
    handlers.add(new TimelineHandler(store));
    if (settings.sender() != null) {
      handlers.add(new SendHandler(settings.sender()));
    }
    handlers.add(new StaticFileHandler());
    return new Handler.Sequence(handlers);
  }

  /** Sends the channel statistics to every client once a second. */
  private void startTicking(Settings settings) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inspector").factory());
    closer.register(clock::shutdownNow);
    var _ =
        clock.scheduleAtFixedRate(
            () ->
                settings
                    .store()
                    .clients()
                    .updateChannels(settings.store().channels(settings.socket().get())),
            1,
            1,
            TimeUnit.SECONDS);
  }

  /** Returns the URL of the page. */
  public URI url() {
    return URI.create("http://%s:%d/".formatted(Ports.LOOPBACK, connector.getLocalPort()));
  }

  @Override
  public void close() {
    closer.close();
  }

  /**
   * Settings of the inspector.
   *
   * @param store the events and timelines
   * @param socket the state of the subscription
   * @param installation the name of the installation
   * @param commandOptions the options of a command for the same installation, such as {@code
   *     --port-offset 100}, after a space; may be empty
   * @param sender sends the events that the page requests; null if the page is read-only
   */
  public record Settings(
      EventStore store,
      Supplier<SocketState> socket,
      String installation,
      String commandOptions,
      @Nullable ScenarioSender sender) {
    public Settings {
      Objects.requireNonNull(store, "store");
      Objects.requireNonNull(socket, "socket");
      Objects.requireNonNull(installation, "installation");
      Objects.requireNonNull(commandOptions, "commandOptions");
    }

    private ObjectNode hello() {
      return JsonNodes.object()
          .put("now", Instant.now().toString())
          .put("name", installation)
          .put("commandOptions", commandOptions)
          .put("canSend", sender != null);
    }
  }
}
