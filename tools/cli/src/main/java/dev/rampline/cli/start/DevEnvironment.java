package dev.rampline.cli.start;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalEnvironment;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.LocalSubscriber;
import dev.rampline.devstack.ReconcileSchedule;
import dev.rampline.devstack.StreamDriver;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.inspector.EventStore;
import dev.rampline.inspector.Inspector;
import dev.rampline.inspector.LedgerStreamListener;
import dev.rampline.inspector.SocketState;
import dev.rampline.resources.LedgerTable;
import dev.rampline.subscriber.Subscriber;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All components that {@code ./rampline dev} runs. */
public final class DevEnvironment implements AutoCloseable {
  private static final String PROVIDER_URL = "RAMPLINE_PROVIDER_URL";
  private static final String SOCKET_URL = "RAMPLINE_SOCKET_URL";

  private final Instant startedAt = Instant.now();
  private final Closer started;
  private final DevStack stack;
  private final Map<String, String> variables;
  private final EventStore eventStore = new EventStore(LocalEnvironment.ENVIRONMENT);
  private final EventLog eventLog;
  private final @Nullable LocalProvider provider;
  private final @Nullable Subscriber subscriber;
  private final @Nullable ReconcileSchedule schedule;
  private final Inspector inspector;

  private DevEnvironment(Options options, Closer started) {
    this.started = started;
    this.eventLog = eventStore.tee(options.stack().eventLog());
    DevStack.Settings given = options.stack();
    this.provider =
        options.provider()
            ? started.register(
                LocalProvider.start(given.ports(), given.keys(), options.faultInjector()))
            : null;
    this.variables = new HashMap<>(provider == null ? Map.of() : provider.variables());
    variables.putAll(given.variables());
    DevStack.Settings settings =
        new DevStack.Settings(
            given.ports(), given.externalStores(), given.keys(), variables, eventLog);
    this.stack = started.register(DevStack.start(settings));
    this.subscriber = options.subscriber() ? subscriber(settings) : null;
    this.schedule = schedule(settings);
    this.inspector = inspector(settings);
  }

  /**
   * Selects the components to run.
   *
   * @param stack settings of the stores and the receiver, which always run
   * @param provider whether to run the emulated provider
   * @param faultInjector injects faults into the emulated API
   * @param subscriber whether to run the subscriber
   */
  public record Options(
      DevStack.Settings stack,
      boolean provider,
      ApiFaultInjector faultInjector,
      boolean subscriber) {}

  public static DevEnvironment start(Options options) {
    Closer started = new Closer();
    try {
      return new DevEnvironment(options, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  private @Nullable Subscriber subscriber(DevStack.Settings settings) {
    return variables.containsKey(SOCKET_URL)
        ? started.register(
            new LocalSubscriber(settings.ports(), stack.stores(), settings.keys(), variables)
                .start(eventLog))
        : null;
  }

  private @Nullable ReconcileSchedule schedule(DevStack.Settings settings) {
    return variables.containsKey(PROVIDER_URL)
        ? started.register(
            ReconcileSchedule.start(stack.stores(), settings.keys(), variables, eventLog))
        : null;
  }

  private Inspector inspector(DevStack.Settings settings) {
    started.register(
        StreamDriver.local(
            "ledger-watch",
            LocalClients.streams(stack.stores().dynamoDb()),
            LedgerTable.NAME,
            new LedgerStreamListener(eventStore, startedAt),
            eventLog));
    Runnable reconcile = schedule == null ? () -> {} : schedule::runNow;
    URI api = provider == null ? null : provider.apiUrl();
    DevSenderFactory senders = new DevSenderFactory(stack.webhookUrl(), settings.keys(), api);
    return started.register(
        Inspector.start(
            settings.ports().inspector(),
            Inspector.Settings.ofDevStack(
                eventStore,
                settings.ports().commandOption(),
                this::socket,
                started.register(senders.create(reconcile)))));
  }

  private SocketState socket() {
    return subscriber == null ? SocketState.ABSENT : SocketState.of(subscriber.subscription());
  }

  public DevStack stack() {
    return stack;
  }

  /** Returns the URL of the inspector page. */
  public URI inspectorUrl() {
    return inspector.url();
  }

  /** Returns the base URL of the provider's API, before {@code /api/v2}; null if none is set. */
  public @Nullable String providerUrl() {
    return variables.get(PROVIDER_URL);
  }

  /** Returns the URL of each component by its name. */
  public Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("receiver", stack.webhookUrl().toString());
    addresses.put("dynamodb", stack.stores().dynamoDb().toString());
    addresses.put("sqs", stack.stores().sqs().toString());
    addresses.put("events", stack.stores().queues().events().toString());
    if (provider != null) {
      addresses.put("provider", provider.apiUrl().toString());
      addresses.put("socket", provider.socket().url().toString());
    }
    if (subscriber != null) {
      addresses.put(
          "health", "http://127.0.0.1:%d/health/ready".formatted(subscriber.healthPort()));
    }
    addresses.put("inspector", inspectorUrl().toString());
    return addresses;
  }

  @Override
  public void close() {
    started.close();
  }
}
