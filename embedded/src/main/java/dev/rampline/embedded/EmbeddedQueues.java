package dev.rampline.embedded;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues of a laptop, by their URLs.
 *
 * @param events where every message for consumers goes (FIFO)
 * @param eventsDead messages that a consumer failed on too often
 * @param retry observations that the ledger could not take
 * @param retryDead observations that the retry queue could not take in either
 * @param relayDead records that the relay could not send
 */
public record EmbeddedQueues(URI events, URI eventsDead, URI retry, URI retryDead, URI relayDead) {
  /** Makes those that are missing. */
  public static EmbeddedQueues create(SqsClient client) {
    return new EmbeddedQueues(
        create(client, QueuePlan.EVENTS),
        create(client, QueuePlan.EVENTS_DEAD),
        create(client, QueuePlan.RETRY),
        create(client, QueuePlan.RETRY_DEAD),
        create(client, QueuePlan.RELAY_DEAD));
  }

  private static URI create(SqsClient client, QueuePlan plan) {
    Map<QueueAttributeName, String> attributes = new HashMap<>(plan.attributes());
    plan.redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    redrive.policy(arn(client, create(client, redrive.target())))));
    return URI.create(
        client
            .createQueue(queue -> queue.queueName(plan.queueName()).attributes(attributes))
            .queueUrl());
  }

  private static String arn(SqsClient client, URI queue) {
    return client
        .getQueueAttributes(
            wanted ->
                wanted.queueUrl(queue.toString()).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributesAsStrings()
        .getOrDefault("QueueArn", "");
  }
}
