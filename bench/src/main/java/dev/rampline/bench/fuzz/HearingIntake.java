package dev.rampline.bench.fuzz;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import dev.rampline.subscriber.Composition;
import dev.rampline.subscriber.SubscriberSettings;
import dev.rampline.subscriber.intake.Intake;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The real intake, which puts down what it hears, and a note of the first thing that was wrong. */
final class HearingIntake implements SocketListener {
  private static final int LONGEST = 1 << 16;

  private final AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
  private final Intake intake;

  HearingIntake() {
    SubscriberSettings settings = SubscriberSettings.of(Site.SETTINGS);
    // It is not started: whoever only listens grows no further than it may.
    this.intake =
        new Composition(Site.make().surroundings()).listening(settings, this::note).intake();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> note(thrown));
  }

  /** Throws the first thing that was wrong. */
  void check() {
    Throwable found = wrong.get();
    if (found != null) {
      throw new AssertionError("Something was thrown on another thread", found);
    }
  }

  @Override
  public void heard(SocketEvent event) {
    try {
      event.arguments().forEach(HearingIntake::checkBounds);
      intake.heard(event);
    } catch (RuntimeException | Error thrown) {
      note(thrown);
    }
  }

  @Override
  public void subscribed() {
    intake.subscribed();
  }

  @Override
  public void lost(String reason) {
    intake.lost(reason);
  }

  @Override
  public void failed(String reason) {
    intake.failed(reason);
  }

  private static void checkBounds(Json argument) {
    Tokens tokens = Tokens.of(JsonWriter.write(argument)).orElseThrow();
    Finding.unless(tokens.depth() <= JsonReader.MAX_DEPTH, "what is heard nests within bounds");
    Finding.unless(
        tokens.all().stream().mapToInt(token -> token.text().length()).sum() <= LONGEST,
        "what is heard is within bounds");
  }

  private void note(Throwable thrown) {
    wrong.compareAndSet(null, thrown);
  }
}
