package dev.rampline.devkit.sending;

import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleStep;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends sample events to one receiver as the provider would. For one thread at a time. */
public final class Sender implements AutoCloseable {
  private final Delivery delivery;
  private final Seal seal;
  private final @Nullable EmulatorConsole console;

  /**
   * @param target where webhooks are posted
   * @param seal how they are signed
   * @param console of the emulated provider, whose API is to know of them; null: there is none
   */
  public Sender(URI target, Seal seal, @Nullable EmulatorConsole console) {
    this.delivery = new Delivery(target);
    this.seal = Objects.requireNonNull(seal, "seal");
    this.console = console;
  }

  /**
   * Sends every event in its turn.
   *
   * @param pace what is waited between two events
   * @param heard is told what came of each
   * @return whether all went as it should
   * @throws UnansweredException if nobody answers
   */
  public boolean tell(List<SampleStep> steps, Duration pace, Consumer<Sent> heard)
      throws InterruptedException {
    boolean asExpected = true;
    for (int index = 0; index < steps.size(); index++) {
      if (index > 0) {
        // Not a wait for anything: somebody wants to watch.
        Thread.sleep(pace);
      }
      Sent sent = send(steps.get(index));
      heard.accept(sent);
      asExpected &= sent.isAsExpected();
    }
    return asExpected;
  }

  private Sent send(SampleStep step) throws InterruptedException {
    SampleEvent event = step.event();
    return switch (step.manner()) {
      case POSTED -> {
        // Where no provider is emulated, nobody promised that the API knows of it.
        var _ = isNoted(event);
        yield new Sent.Posted(event, delivery.post(seal.on(event.payload())));
      }
      case FORGED -> new Sent.Forged(event, delivery.post(seal.forged().on(event.payload())));
      case UNANNOUNCED -> new Sent.Unannounced(event, isNoted(event));
      case SPOKEN -> new Sent.Spoken(event, isSpoken(event));
    };
  }

  private boolean isNoted(SampleEvent event) throws InterruptedException {
    return console != null && console.note(event);
  }

  private boolean isSpoken(SampleEvent event) throws InterruptedException {
    try {
      return console != null && console.speak(event);
    } catch (IOException unreachable) {
      return false;
    }
  }

  @Override
  public void close() {
    delivery.close();
  }
}
