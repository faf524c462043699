package dev.rampline.alarm;

import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.testkit.alarm.MetricSeries;
import dev.rampline.testkit.alarm.RecordedMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues, and the metrics that SQS reports to CloudWatch. */
final class AlarmQueueFixture implements AutoCloseable {
  private final EmbeddedSqs store = EmbeddedSqs.start(0);
  private final SqsClient client = LocalClients.sqs(store.endpoint());

  AlarmQueueFixture() {
    EmbeddedQueues.create(client);
    client.createQueue(queue -> queue.queueName("rampline-schedule-dead"));
  }

  void send(String queue) {
    client.sendMessage(
        message -> {
          message.queueUrl(url(queue)).messageBody("{}");
          if (queue.endsWith(".fifo")) {
            message.messageGroupId("order/order-1").messageDeduplicationId("order/order-1/1");
          }
        });
  }

  /** Receives without deleting, as a failing consumer does. Messages are visible again at once. */
  List<Message> receive(String queue) {
    return receive(queue, Duration.ZERO);
  }

  /** Receives and hides messages, as the retry function does when it delays an event. */
  void hide(String queue) {
    receive(queue, Duration.ofMinutes(15));
  }

  private List<Message> receive(String queue, Duration hidden) {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(url(queue))
                    .visibilityTimeout((int) hidden.toSeconds())
                    .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
        .messages();
  }

  void delete(String queue, Message message) {
    client.deleteMessage(
        request -> request.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));
  }

  /** Records the number of messages, and the age of the oldest at the given time. */
  void measure(String queue, Instant now, RecordedMetrics metrics) {
    metrics.add(
        series("ApproximateNumberOfMessagesVisible", queue),
        count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, queue));
    metrics.add(
        series("ApproximateNumberOfMessagesNotVisible", queue),
        count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, queue));
    long oldest =
        receive(queue).stream()
            .map(message -> message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP))
            .mapToLong(sent -> now.toEpochMilli() - Long.parseLong(sent))
            .max()
            .orElse(0);
    metrics.add(series("ApproximateAgeOfOldestMessage", queue), oldest / 1000.0);
  }

  @Override
  public void close() {
    client.close();
    store.close();
  }

  private int count(QueueAttributeName attribute, String queue) {
    return Integer.parseInt(
        client
            .getQueueAttributes(request -> request.queueUrl(url(queue)).attributeNames(attribute))
            .attributes()
            .getOrDefault(attribute, "0"));
  }

  private String url(String queue) {
    return client.getQueueUrl(request -> request.queueName(queue)).queueUrl();
  }

  private static MetricSeries series(String metric, String queue) {
    return MetricSeries.of("AWS/SQS", metric, "QueueName", queue);
  }
}
