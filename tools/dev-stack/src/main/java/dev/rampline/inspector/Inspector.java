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
    List<Handler> handlers = new ArrayList<>();
    handlers.add(new EventStreamHandler(store, settings::hello, settings::channels));
    handlers.add(new TimelineHandler(store, settings.lookup()));
    if (settings.sender() != null) {
      handlers.add(new SendHandler(settings.sender()));
    }
    if (settings.lookup() != null) {
      handlers.add(new LookupHandler(settings.lookup()));
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
            () -> settings.store().clients().updateChannels(settings.channels()),
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
   * @param installation the name of the installation
   * @param commandOptions the options of a command for the same installation, such as {@code
   *     --port-offset 100}, after a space; may be empty
   * @param socket the state of the subscription
   * @param problems what cannot be read at the moment, as sentences
   * @param sender sends the events that the page requests; null if the page only reads
   * @param lookup looks up records that the store does not have; null if it has all
   */
  public record Settings(
      EventStore store,
      String installation,
      String commandOptions,
      Supplier<SocketState> socket,
      Supplier<List<String>> problems,
      @Nullable ScenarioSender sender,
      @Nullable RecordLookup lookup) {
    public Settings {
      Objects.requireNonNull(store, "store");
      Objects.requireNonNull(installation, "installation");
      Objects.requireNonNull(commandOptions, "commandOptions");
      Objects.requireNonNull(socket, "socket");
      Objects.requireNonNull(problems, "problems");
    }

    /** Returns the settings for a stack on this machine. */
    public static Settings ofDevStack(
        EventStore store,
        String commandOptions,
        Supplier<SocketState> socket,
        ScenarioSender sender) {
      return new Settings(store, "this machine", commandOptions, socket, List::of, sender, null);
    }

    /** Returns the settings for an installation that the page only reads. */
    public static Settings readOnly(
        EventStore store,
        String installation,
        String commandOptions,
        Supplier<List<String>> problems,
        RecordLookup lookup) {
      return new Settings(
          store, installation, commandOptions, () -> SocketState.ABSENT, problems, null, lookup);
    }

    private ObjectNode hello() {
      return JsonNodes.object()
          .put("now", Instant.now().toString())
          .put("name", installation)
          .put("commandOptions", commandOptions)
          .put("canSend", sender != null)
          .put("canLookUp", lookup != null);
    }

    private ObjectNode channels() {
      ObjectNode json = store.channels(socket.get());
      return json.set("problems", JsonNodes.texts(problems.get()));
    }
  }
}
