package dev.rampline.devkit.command;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.inspector.Chronicle;
import dev.rampline.devkit.inspector.Inspector;
import dev.rampline.devkit.inspector.LedgerWatch;
import dev.rampline.devkit.inspector.SocketState;
import dev.rampline.devkit.stack.Closing;
import dev.rampline.devkit.stack.LocalEnvironment;
import dev.rampline.devkit.stack.LocalProvider;
import dev.rampline.devkit.stack.LocalSubscriber;
import dev.rampline.devkit.stack.ReconcileSchedule;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.devkit.stack.StreamDriver;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.subscriber.Subscriber;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that {@code ./rampline dev} runs. */
final class DevStage implements AutoCloseable {
  private static final String PROVIDER_URL = "RAMPLINE_PROVIDER_URL";
  private static final String SOCKET_URL = "RAMPLINE_SOCKET_URL";

  private final Closing started;
  private final Stack stack;
  private final Map<String, String> variables;
  private final Chronicle chronicle = new Chronicle(LocalEnvironment.ENVIRONMENT);
  private final Journal journal;
  private final @Nullable LocalProvider provider;
  private final @Nullable Subscriber subscriber;
  private final @Nullable ReconcileSchedule schedule;
  private final Inspector inspector;

  private DevStage(Wish wish, Closing started) {
    this.started = started;
    this.journal = chronicle.beside(wish.stack().journal());
    Stack.Settings settings = wish.stack().toldTo(journal);
    this.stack = started.later(Stack.start(settings));
    this.provider =
        wish.provider()
            ? started.later(LocalProvider.start(settings.ports(), settings.keys(), wish.mischief()))
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
   * @param mischief how its API misbehaves
   * @param subscriber whether the socket is listened to
   */
  record Wish(Stack.Settings stack, boolean provider, Mischief mischief, boolean subscriber) {}

  static DevStage start(Wish wish) {
    Closing started = new Closing();
    try {
      return new DevStage(wish, started);
    } catch (RuntimeException failure) {
      started.close();
      throw failure;
    }
  }

  private @Nullable Subscriber subscriber(Stack.Settings settings) {
    return variables.containsKey(SOCKET_URL)
        ? started.later(
            new LocalSubscriber(settings.ports(), stack.stores(), settings.keys(), variables)
                .start(journal))
        : null;
  }

  private @Nullable ReconcileSchedule schedule(Stack.Settings settings) {
    return variables.containsKey(PROVIDER_URL)
        ? started.later(
            ReconcileSchedule.start(stack.stores(), settings.keys(), variables, journal))
        : null;
  }

  private Inspector inspector(Stack.Settings settings) {
    started.later(
        StreamDriver.start(
            "ledger-watch",
            LocalClients.streams(stack.stores().dynamoDb()),
            LedgerTable.NAME,
            new LedgerWatch(chronicle)));
    Runnable reconcile = schedule == null ? () -> {} : schedule::now;
    URI api = provider == null ? null : provider.apiUrl();
    DevNarrator narrator = new DevNarrator(stack.webhookUrl(), settings.keys(), api);
    return started.later(
        Inspector.start(
            settings.ports().inspector(),
            new Inspector.Site(
                chronicle, this::socket, listening(), started.later(narrator.with(reconcile)))));
  }

  private SocketState socket() {
    return subscriber == null ? SocketState.ABSENT : SocketState.of(subscriber.subscription());
  }

  Stack stack() {
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
  Map<String, String> places() {
    Map<String, String> places = listening();
    places.put("inspector", inspectorUrl().toString());
    return places;
  }

  private Map<String, String> listening() {
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
