package dev.rampline.devkit.send;

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
public final class SampleEventSender implements AutoCloseable {
  private final WebhookPoster poster;
  private final SigningConfig signing;
  private final @Nullable EmulatorClient emulator;

  /**
   * @param target where webhooks are posted
   * @param seal how they are signed
   * @param console of the emulated provider, whose API is to know of them; null: there is none
   */
  public SampleEventSender(URI target, SigningConfig seal, @Nullable EmulatorClient console) {
    this.poster = new WebhookPoster(target);
    this.signing = Objects.requireNonNull(seal, "seal");
    this.emulator = console;
  }

  /**
   * Sends every event in its turn.
   *
   * @param pace what is waited between two events
   * @param heard is told what came of each
   * @return whether all went as it should
   * @throws ReceiverUnreachableException if nobody answers
   */
  public boolean sendAll(List<SampleStep> steps, Duration pace, Consumer<SendOutcome> heard)
      throws InterruptedException {
    boolean asExpected = true;
    for (int index = 0; index < steps.size(); index++) {
      if (index > 0) {
        // Not a wait for anything: somebody wants to watch.
        Thread.sleep(pace);
      }
      SendOutcome sent = send(steps.get(index));
      heard.accept(sent);
      asExpected &= sent.isAsExpected();
    }
    return asExpected;
  }

  private SendOutcome send(SampleStep step) throws InterruptedException {
    SampleEvent event = step.event();
    return switch (step.method()) {
      case POSTED -> {
        // Where no provider is emulated, nobody promised that the API knows of it.
        var _ = applyToEmulator(event);
        yield new SendOutcome.Posted(event, poster.post(signing.sign(event.payload())));
      }
      case FORGED ->
          new SendOutcome.Forged(
              event, poster.post(signing.withRandomKeys().sign(event.payload())));
      case UNANNOUNCED -> new SendOutcome.ApiOnly(event, applyToEmulator(event));
      case SPOKEN -> new SendOutcome.SocketOnly(event, sendOnSocket(event));
    };
  }

  private boolean applyToEmulator(SampleEvent event) throws InterruptedException {
    return emulator != null && emulator.applyEvent(event);
  }

  private boolean sendOnSocket(SampleEvent event) throws InterruptedException {
    try {
      return emulator != null && emulator.sendSocketUpdate(event);
    } catch (IOException unreachable) {
      return false;
    }
  }

  @Override
  public void close() {
    poster.close();
  }
}
