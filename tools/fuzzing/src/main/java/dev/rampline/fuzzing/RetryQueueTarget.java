package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.simulation.defect.DefectInjector;
import java.util.List;
import java.util.Optional;

/**
 * Checks that every message of the retry queue is processed or dead-lettered, and none is retried
 * forever.
 */
final class RetryQueueTarget implements FuzzTarget {
  private final DefectInjector injector;

  RetryQueueTarget() {
    this(DefectInjector.NONE);
  }

  /** With that defect. */
  RetryQueueTarget(DefectInjector injector) {
    this.injector = injector;
  }

  @Override
  public void check(byte[] input) {
    String body = new String(input, UTF_8);
    Optional<VerifiedEvent> event = RetryDocument.read(body);
    event.ifPresent(
        parsed ->
            PropertyViolation.throwUnless(
                RetryDocument.read(RetryDocument.write(parsed)).equals(event),
                "a document survives a round trip"));
    FuzzEnvironment environment = FuzzEnvironment.create(injector);
    RetryHandler handler =
        new RetryHandler(
            environment.functionsModule().retry(RetryConfiguration.of(FuzzEnvironment.SETTINGS)));
    PropertyViolation.throwUnless(
        handler.handleRequest(event(body), null).getBatchItemFailures().isEmpty(),
        "without an outage, nothing is retried");
    List<String> deadLettered = environment.cloud().standardQueues().sentTo("rampline-retry-dead");
    PropertyViolation.throwUnless(
        event.isPresent() || deadLettered.size() == 1, "an unreadable message is dead-lettered");
    PropertyViolation.throwUnless(
        deadLettered.isEmpty() || environment.cloud().table().stream().isEmpty(),
        "a message is written or dead-lettered, not both");
  }

  private static SQSEvent event(String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("1");
    message.setReceiptHandle("1");
    message.setBody(body);
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }
}
