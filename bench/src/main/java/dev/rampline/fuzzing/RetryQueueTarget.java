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

/** Whatever lies in the retry queue is taken in or parked, and never comes for ever. */
final class RetryQueueTarget implements FuzzTarget {
  private final DefectInjector injector;

  RetryQueueTarget() {
    this(DefectInjector.NONE);
  }

  /** With that put in. */
  RetryQueueTarget(DefectInjector sabotage) {
    this.injector = sabotage;
  }

  @Override
  public void check(byte[] input) {
    String body = new String(input, UTF_8);
    Optional<VerifiedEvent> observation = RetryDocument.read(body);
    observation.ifPresent(
        word ->
            PropertyViolation.throwUnless(
                RetryDocument.read(RetryDocument.write(word)).equals(observation),
                "a document is read as it is written"));
    FuzzEnvironment site = FuzzEnvironment.create(injector);
    RetryHandler handler =
        new RetryHandler(
            site.functionsModule().retry(RetryConfiguration.of(FuzzEnvironment.SETTINGS)));
    PropertyViolation.throwUnless(
        handler.handleRequest(event(body), null).getBatchItemFailures().isEmpty(),
        "with nothing down, nothing has to come again");
    List<String> parked = site.cloud().standardQueues().sentTo("rampline-retry-dead");
    PropertyViolation.throwUnless(
        observation.isPresent() || parked.size() == 1, "what cannot be read is parked");
    PropertyViolation.throwUnless(
        parked.isEmpty() || site.cloud().table().stream().isEmpty(), "one or the other");
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
