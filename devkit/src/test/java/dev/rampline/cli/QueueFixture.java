package dev.rampline.cli;

import static org.awaitility.Awaitility.await;

import dev.rampline.embedded.QueuePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues, and what lies in them. */
abstract class QueueFixture {
  /** The queues. */
  abstract SqsClient queues();

  final void send(QueuePlan plan, String body) {
    queues().sendMessage(message -> message.queueUrl(url(plan)).messageBody(body));
  }

  final void sendDeadEvent(String subject, String body) {
    queues()
        .sendMessage(
            message ->
                message
                    .queueUrl(url(QueuePlan.EVENTS_DEAD))
                    .messageBody(body)
                    .messageGroupId(subject)
                    .messageDeduplicationId(Integer.toString(body.hashCode())));
  }

  /** All that lies in a queue, which is empty then. */
  final List<String> drain(QueuePlan plan) {
    List<String> bodies = new ArrayList<>();
    for (List<Message> some = receive(plan); !some.isEmpty(); some = receive(plan)) {
      for (Message message : some) {
        bodies.add(message.body());
        queues()
            .deleteMessage(gone -> gone.queueUrl(url(plan)).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }

  /** Waits for a message that contains a text, and deletes what arrives until then. */
  final boolean drainUntil(QueuePlan plan, String text) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> drain(plan).stream().anyMatch(body -> body.contains(text)));
    return true;
  }

  /** Throws away what lies in any queue. */
  final void empty() {
    queues().listQueues().queueUrls().forEach(url -> queues().purgeQueue(it -> it.queueUrl(url)));
  }

  /** How many letters whoever comes first would get. */
  final int visible(QueuePlan plan) {
    return Integer.parseInt(
        String.valueOf(
            queues()
                .getQueueAttributes(
                    asked ->
                        asked
                            .queueUrl(url(plan))
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)));
  }

  /** Takes what lies in a queue, as somebody does who is killed then. */
  final void hold(QueuePlan plan) {
    while (visible(plan) > 0) {
      receive(plan);
    }
  }

  private List<Message> receive(QueuePlan plan) {
    return queues()
        .receiveMessage(
            wanted -> wanted.queueUrl(url(plan)).maxNumberOfMessages(10).waitTimeSeconds(0))
        .messages();
  }

  private String url(QueuePlan plan) {
    return queues().getQueueUrl(wanted -> wanted.queueName(plan.queueName())).queueUrl();
  }
}
