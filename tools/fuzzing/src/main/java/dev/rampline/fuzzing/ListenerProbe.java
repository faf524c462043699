package dev.rampline.fuzzing;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import dev.rampline.subscriber.SubscriberModule;
import dev.rampline.subscriber.SubscriberSettings;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The production event processor, which only buffers events, with a record of the first violation.
 */
final class ListenerProbe implements SocketListener {
  private static final int MAX_TEXT_LENGTH = 1 << 16;

  private final AtomicReference<@Nullable Throwable> firstError = new AtomicReference<>();
  private final SocketEventProcessor processor;

  ListenerProbe() {
    SubscriberSettings settings = SubscriberSettings.of(FuzzEnvironment.SETTINGS);
    // The processor is not started, so its buffer fills up to its limit.
    this.processor =
        new SubscriberModule(FuzzEnvironment.create().runtimeEnvironment())
            .dependencies(settings, this::recordError)
            .processor();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> recordError(thrown));
  }

  /** Throws the first recorded error. */
  void check() {
    Throwable found = firstError.get();
    if (found != null) {
      throw new AssertionError("Another thread threw an error", found);
    }
  }

  @Override
  public void onEvent(SocketEvent event) {
    try {
      event.arguments().forEach(ListenerProbe::checkBounds);
      processor.onEvent(event);
    } catch (RuntimeException | Error thrown) {
      recordError(thrown);
    }
  }

  @Override
  public void onSubscribed() {
    processor.onSubscribed();
  }

  @Override
  public void onDisconnected(String reason) {
    processor.onDisconnected(reason);
  }

  @Override
  public void onFailed(String reason) {
    processor.onFailed(reason);
  }

  private static void checkBounds(Json argument) {
    JsonTokens tokens = JsonTokens.of(JsonWriter.write(argument)).orElseThrow();
    PropertyViolation.throwUnless(
        tokens.depth() <= JsonReader.MAX_DEPTH, "received JSON nests within bounds");
    PropertyViolation.throwUnless(
        tokens.all().stream().mapToInt(token -> token.text().length()).sum() <= MAX_TEXT_LENGTH,
        "received packets are within bounds");
  }

  private void recordError(Throwable thrown) {
    firstError.compareAndSet(null, thrown);
  }
}
