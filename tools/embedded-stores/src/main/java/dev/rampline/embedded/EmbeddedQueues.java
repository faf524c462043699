package dev.rampline.embedded;

import dev.rampline.resources.QueuePlan;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The URLs of the queues of a local installation.
 *
 * @param events the events queue for consumers (FIFO)
 * @param eventsDead the dead-letter queue for messages that a consumer failed to handle
 * @param retry the retry queue for events that the ledger could not take
 * @param retryDead the dead-letter queue for events that the retry function could not ingest
 * @param relayDead the dead-letter queue for record versions that the relay could not send
 */
public record EmbeddedQueues(URI events, URI eventsDead, URI retry, URI retryDead, URI relayDead) {
  /** Creates the queues that do not exist. */
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
            request ->
                request.queueUrl(queue.toString()).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributesAsStrings()
        .getOrDefault("QueueArn", "");
  }
}
