package dev.rampline.simulation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Delivers the messages of the retry queue to the retry function as Lambda does: repeatedly, until
 * each is processed.
 */
final class RetryQueuePoller {
  private static final Duration MIN_LAG = Duration.ofMillis(100);
  private static final Duration MAX_LAG = Duration.ofSeconds(30);
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(45);

  private final SimulatedClock clock;
  private final InstancePool<SQSEvent, SQSBatchResponse> instances;
  private int messages;

  RetryQueuePoller(SimulationContext context) {
    this.clock = context.environment().clock();
    this.instances =
        new InstancePool<>("retry", context.environment(), process -> handler(context, process));
    SimulationRandom random = context.environment().random().fork("retry");
    context
        .cloud()
        .standardQueues()
        .watch(
            "rampline-retry",
            body -> deliverLater(body, clock.instant(), random.drawDuration(MIN_LAG, MAX_LAG)));
  }

  private static RetryHandler handler(SimulationContext context, SimulatedProcess process) {
    RetryConfiguration configuration = RetryConfiguration.of(context.settings());
    return new RetryHandler(context.functionsModule(process).retry(configuration));
  }

  private void deliverLater(String body, Instant sentAt, Duration lag) {
    clock.scheduleAfter(lag, () -> deliver(body, sentAt, 1));
  }

  private void deliver(String body, Instant sentAt, int receives) {
    Runnable again =
        () -> clock.scheduleAfter(RETRY_INTERVAL, () -> deliver(body, sentAt, receives + 1));
    instances.invoke(
        event(body, sentAt, receives),
        (_, answer) -> {
          if (!answer.getBatchItemFailures().isEmpty()) {
            again.run();
          }
        },
        again);
  }

  private SQSEvent event(String body, Instant sentAt, int receives) {
    messages++;
    SQSMessage message = new SQSMessage();
    message.setMessageId("message-" + messages);
    message.setReceiptHandle("receipt-" + messages);
    message.setBody(body);
    message.setAttributes(
        Map.of(
            "ApproximateReceiveCount", Integer.toString(receives),
            "SentTimestamp", Long.toString(sentAt.toEpochMilli())));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }
}
