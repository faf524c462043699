package dev.rampline.devkit.command;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.stack.Closing;
import dev.rampline.devkit.stack.LocalProvider;
import dev.rampline.devkit.stack.LocalSubscriber;
import dev.rampline.devkit.stack.ReconcileSchedule;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.subscriber.Subscriber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that {@code ./rampline dev} runs. */
final class DevStage implements AutoCloseable {
  private static final String PROVIDER_URL = "RAMPLINE_PROVIDER_URL";
  private static final String SOCKET_URL = "RAMPLINE_SOCKET_URL";

  private final Closing started;
  private final Stack stack;
  private final Map<String, String> variables;
  private final @Nullable LocalProvider provider;
  private final @Nullable Subscriber subscriber;

  private DevStage(Wish wish, Closing started) {
    this.started = started;
    this.stack = started.later(Stack.start(wish.stack()));
    Stack.Settings settings = wish.stack();
    this.provider =
        wish.provider()
            ? started.later(LocalProvider.start(settings.ports(), settings.keys(), wish.mischief()))
            : null;
    this.variables = new HashMap<>(provider == null ? Map.of() : provider.variables());
    variables.putAll(settings.variables());
    this.subscriber =
        wish.subscriber() && variables.containsKey(SOCKET_URL)
            ? started.later(subscriber(settings))
            : null;
    if (variables.containsKey(PROVIDER_URL)) {
      Journal journal = settings.journal();
      started.later(ReconcileSchedule.start(stack.stores(), settings.keys(), variables, journal));
    }
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

  private Subscriber subscriber(Stack.Settings settings) {
    return new LocalSubscriber(settings.ports(), stack.stores(), settings.keys(), variables)
        .start(settings.journal());
  }

  Stack stack() {
    return stack;
  }

  /** What stands before {@code /api/v2} in the URLs of the API that is asked; null: none is. */
  @Nullable String providerUrl() {
    return variables.get(PROVIDER_URL);
  }

  /** What listens where, as one line. */
  String places() {
    List<String> places = new ArrayList<>();
    places.add("receiver " + stack.webhookUrl());
    places.add("dynamodb " + stack.stores().dynamoDb());
    places.add("sqs " + stack.stores().sqs());
    if (provider != null) {
      places.add("provider " + provider.apiUrl());
      places.add("socket " + provider.socket().url());
    }
    if (subscriber != null) {
      places.add("health http://127.0.0.1:%d/health/ready".formatted(subscriber.healthPort()));
    }
    return String.join(" ", places);
  }

  @Override
  public void close() {
    started.close();
  }
}
