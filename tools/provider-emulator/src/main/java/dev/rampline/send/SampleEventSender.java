package dev.rampline.send;

import dev.rampline.samples.SampleEvent;
import dev.rampline.samples.SampleStep;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends sample events to one receiver as the provider does. Not thread-safe. */
public final class SampleEventSender implements AutoCloseable {
  private final WebhookPoster poster;
  private final SigningConfig signing;
  private final @Nullable EmulatorClient emulator;

  /**
   * @param target the webhook URL
   * @param signing how webhooks are signed
   * @param emulator the emulated provider, which gets each event too; null if none runs
   */
  public SampleEventSender(URI target, SigningConfig signing, @Nullable EmulatorClient emulator) {
    this.poster = new WebhookPoster(target);
    this.signing = Objects.requireNonNull(signing, "signing");
    this.emulator = emulator;
  }

  /**
   * Sends events in their order.
   *
   * @param pace the time to wait between two events
   * @param results gets the result of each event
   * @return whether all results are as expected
   * @throws ReceiverUnreachableException if the receiver does not respond
   */
  public boolean sendAll(List<SampleStep> steps, Duration pace, Consumer<SendOutcome> results)
      throws InterruptedException {
    boolean asExpected = true;
    for (int index = 0; index < steps.size(); index++) {
      if (index > 0) {
        // The pace lets people watch the events.
        Thread.sleep(pace);
      }
      SendOutcome sent = send(steps.get(index));
      results.accept(sent);
      asExpected &= sent.isAsExpected();
    }
    return asExpected;
  }

  private SendOutcome send(SampleStep step) throws InterruptedException {
    SampleEvent event = step.event();
    return switch (step.method()) {
      case POSTED -> {
        // Without an emulated provider no API can apply the event.
        var _ = applyToEmulator(event);
        yield new SendOutcome.Posted(event, poster.post(signing.sign(event.payload())));
      }
      case FORGED ->
          new SendOutcome.Forged(
              event, poster.post(signing.withRandomKeys().sign(event.payload())));
      case API_ONLY -> new SendOutcome.ApiOnly(event, applyToEmulator(event));
      case SOCKET_ONLY -> new SendOutcome.SocketOnly(event, sendOnSocket(event));
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
