package dev.rampline.cli;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.devstack.Closer;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalEnvironment;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.LocalSubscriber;
import dev.rampline.devstack.ReconcileSchedule;
import dev.rampline.devstack.StreamDriver;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.inspector.EventStore;
import dev.rampline.inspector.Inspector;
import dev.rampline.inspector.LedgerStreamListener;
import dev.rampline.inspector.SocketState;
import dev.rampline.subscriber.Subscriber;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that {@code ./rampline dev} runs. */
final class DevEnvironment implements AutoCloseable {
  private static final String PROVIDER_URL = "RAMPLINE_PROVIDER_URL";
  private static final String SOCKET_URL = "RAMPLINE_SOCKET_URL";

  private final Closer started;
  private final DevStack stack;
  private final Map<String, String> variables;
  private final EventStore chronicle = new EventStore(LocalEnvironment.ENVIRONMENT);
  private final EventLog journal;
  private final @Nullable LocalProvider provider;
  private final @Nullable Subscriber subscriber;
  private final @Nullable ReconcileSchedule schedule;
  private final Inspector inspector;

  private DevEnvironment(Options wish, Closer started) {
    this.started = started;
    this.journal = chronicle.tee(wish.stack().eventLog());
    DevStack.Settings settings = wish.stack().withEventLog(journal);
    this.stack = started.register(DevStack.start(settings));
    this.provider =
        wish.provider()
            ? started.register(
                LocalProvider.start(settings.ports(), settings.keys(), wish.faultInjector()))
            : null;
    this.variables = new HashMap<>(provider == null ? Map.of() : provider.variables());
    variables.putAll(settings.variables());
    this.subscriber = wish.subscriber() ? subscriber(settings) : null;
    this.schedule = schedule(settings);
    this.inspector = inspector(settings);
  }

  /**
   * Which of its parts are to run.
   *
   * @param stack stores and receiver, always
   * @param provider whether the provider is emulated
   * @param faultInjector how its API misbehaves
   * @param subscriber whether the socket is listened to
   */
  record Options(
      DevStack.Settings stack,
      boolean provider,
      ApiFaultInjector faultInjector,
      boolean subscriber) {}

  static DevEnvironment start(Options wish) {
    Closer started = new Closer();
    try {
      return new DevEnvironment(wish, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  private @Nullable Subscriber subscriber(DevStack.Settings settings) {
    return variables.containsKey(SOCKET_URL)
        ? started.register(
            new LocalSubscriber(settings.ports(), stack.stores(), settings.keys(), variables)
                .start(journal))
        : null;
  }

  private @Nullable ReconcileSchedule schedule(DevStack.Settings settings) {
    return variables.containsKey(PROVIDER_URL)
        ? started.register(
            ReconcileSchedule.start(stack.stores(), settings.keys(), variables, journal))
        : null;
  }

  private Inspector inspector(DevStack.Settings settings) {
    started.register(
        StreamDriver.start(
            "ledger-watch",
            LocalClients.streams(stack.stores().dynamoDb()),
            LedgerTable.NAME,
            new LedgerStreamListener(chronicle)));
    Runnable reconcile = schedule == null ? () -> {} : schedule::runNow;
    URI api = provider == null ? null : provider.apiUrl();
    DevSenderFactory narrator = new DevSenderFactory(stack.webhookUrl(), settings.keys(), api);
    return started.register(
        Inspector.start(
            settings.ports().inspector(),
            new Inspector.Settings(
                chronicle,
                this::socket,
                listenAddresses(),
                started.register(narrator.create(reconcile)))));
  }

  private SocketState socket() {
    return subscriber == null ? SocketState.ABSENT : SocketState.of(subscriber.subscription());
  }

  DevStack stack() {
    return stack;
  }

  /** Where a browser finds the page. */
  URI inspectorUrl() {
    return inspector.url();
  }

  /** What stands before {@code /api/v2} in the URLs of the API that is asked; null: none is. */
  @Nullable String providerUrl() {
    return variables.get(PROVIDER_URL);
  }

  /** What listens where, by what it is. */
  Map<String, String> addresses() {
    Map<String, String> places = listenAddresses();
    places.put("inspector", inspectorUrl().toString());
    return places;
  }

  private Map<String, String> listenAddresses() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("receiver", stack.webhookUrl().toString());
    places.put("dynamodb", stack.stores().dynamoDb().toString());
    places.put("sqs", stack.stores().sqs().toString());
    if (provider != null) {
      places.put("provider", provider.apiUrl().toString());
      places.put("socket", provider.socket().url().toString());
    }
    if (subscriber != null) {
      places.put("health", "http://127.0.0.1:%d/health/ready".formatted(subscriber.healthPort()));
    }
    return places;
  }

  @Override
  public void close() {
    started.close();
  }
}
