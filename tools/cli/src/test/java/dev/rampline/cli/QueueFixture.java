package dev.rampline.cli;

import dev.rampline.resources.QueuePlan;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Base of fixtures with queues. */
public abstract class QueueFixture {
  /** Returns the client of the queues. */
  public abstract SqsClient queues();

  /** Sends a message to a standard queue. */
  public final void send(QueuePlan plan, String body) {
    queues().sendMessage(message -> message.queueUrl(url(plan)).messageBody(body));
  }

  /** Sends a message to the events queue's dead-letter queue. */
  public final void sendDeadEvent(String subject, String body) {
    queues()
        .sendMessage(
            message ->
                message
                    .queueUrl(url(QueuePlan.EVENTS_DEAD))
                    .messageBody(body)
                    .messageGroupId(subject)
                    .messageDeduplicationId(Integer.toString(body.hashCode())));
  }

  /** Removes all messages of a queue and returns their bodies. */
  public final List<String> drain(QueuePlan plan) {
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

  /** Deletes the messages of all queues. */
  public final void empty() {
    queues().listQueues().queueUrls().forEach(url -> queues().purgeQueue(it -> it.queueUrl(url)));
  }

  /** Returns the number of visible messages. */
  public final int visible(QueuePlan plan) {
    return Integer.parseInt(
        String.valueOf(
            queues()
                .getQueueAttributes(
                    request ->
                        request
                            .queueUrl(url(plan))
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)));
  }

  /** Receives all messages without deleting them, like a consumer that was killed. */
  public final void hold(QueuePlan plan) {
    while (visible(plan) > 0) {
      receive(plan);
    }
  }

  private List<Message> receive(QueuePlan plan) {
    return queues()
        .receiveMessage(
            request -> request.queueUrl(url(plan)).maxNumberOfMessages(10).waitTimeSeconds(0))
        .messages();
  }

  private String url(QueuePlan plan) {
    return queues().getQueueUrl(request -> request.queueName(plan.queueName())).queueUrl();
  }
}
