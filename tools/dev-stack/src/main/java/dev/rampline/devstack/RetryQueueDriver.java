package dev.rampline.devstack;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.adapter.telemetry.EventLog;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Replaces Lambda's event source mapping: passes messages of the retry queue to the retry function
 * and deletes those that it does not report as failed.
 */
public final class RetryQueueDriver implements AutoCloseable {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);
  private static final int BATCH = 10;

  /** The visibility timeout of the template, longer than a batch may take. */
  private static final int INVISIBLE_SECONDS = 600;

  private final SqsClient client;
  private final String queueUrl;
  private final RequestHandler<SQSEvent, SQSBatchResponse> function;
  private final OutageLog outages;
  private final Thread thread;
  private volatile boolean closing;

  private RetryQueueDriver(
      SqsClient client,
      URI queue,
      RequestHandler<SQSEvent, SQSBatchResponse> function,
      EventLog eventLog) {
    this.outages = new OutageLog("retry", eventLog);
    this.client = client;
    this.queueUrl = queue.toString();
    this.function = function;
    this.thread = Thread.ofPlatform().daemon().name("retry").unstarted(this::run);
  }

  /**
   * Starts to receive from that queue.
   *
   * @param client the SQS client; closed with the driver
   * @param eventLog receives the first fault of each outage of the queue
   */
  public static RetryQueueDriver start(
      SqsClient client,
      URI queue,
      RequestHandler<SQSEvent, SQSBatchResponse> function,
      EventLog eventLog) {
    RetryQueueDriver driver = new RetryQueueDriver(client, queue, function, eventLog);
    driver.thread.start();
    return driver;
  }

  private void run() {
    while (!closing) {
      try {
        if (!poll()) {
          // A long poll would delay closing.
          Thread.sleep(POLL_INTERVAL);
        }
      } catch (InterruptedException closed) {
        return;
      }
    }
  }

  /** Processes a batch; returns whether there was one. */
  private boolean poll() {
    try {
      List<Message> messages = received();
      if (!messages.isEmpty()) {
        delete(messages, failed(messages));
      }
      outages.success();
      return !messages.isEmpty();
    } catch (RuntimeException failure) {
      // The store may be paused, restarted or gone; messages that are not deleted return.
      if (!closing) {
        outages.failure(failure);
      }
      return false;
    }
  }

  private List<Message> received() {
    return client
        .receiveMessage(
            wanted ->
                wanted
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(BATCH)
                    .visibilityTimeout(INVISIBLE_SECONDS)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private Set<String> failed(List<Message> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(RetryQueueDriver::entry).toList());
    return Objects.requireNonNullElse(
            function.handleRequest(event, null).getBatchItemFailures(), List.<BatchItemFailure>of())
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .collect(Collectors.toSet());
  }

  private void delete(List<Message> messages, Set<String> failed) {
    messages.stream()
        .filter(message -> !failed.contains(message.messageId()))
        .forEach(
            message ->
                client.deleteMessage(
                    done -> done.queueUrl(queueUrl).receiptHandle(message.receiptHandle())));
  }

  private static SQSMessage entry(Message message) {
    SQSMessage entry = new SQSMessage();
    entry.setMessageId(message.messageId());
    entry.setReceiptHandle(message.receiptHandle());
    entry.setBody(message.body());
    entry.setAttributes(message.attributesAsStrings());
    entry.setEventSource("aws:sqs");
    return entry;
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(CLOSE_TIMEOUT);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
