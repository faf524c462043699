package dev.rampline.embedded;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues as the deployed template has them, by their URLs.
 *
 * @param events where every message for consumers goes (FIFO)
 * @param eventsDead messages that a consumer failed on too often
 * @param spill observations that the ledger could not take
 * @param spillDead observations that the spill could not take in either
 * @param relayDead records that the relay could not send
 */
public record Queues(URI events, URI eventsDead, URI spill, URI spillDead, URI relayDead) {
  /** The queue that consumers read. */
  public static final String EVENTS = "rampline-events.fifo";

  private static final String DAYS_14 = "1209600";
  private static final Map<QueueAttributeName, String> STANDARD =
      Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, DAYS_14);
  private static final Map<QueueAttributeName, String> FIFO =
      Map.of(
          QueueAttributeName.MESSAGE_RETENTION_PERIOD, DAYS_14,
          QueueAttributeName.FIFO_QUEUE, "true",
          QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup",
          QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId");

  /** Makes those that are missing. */
  public static Queues create(SqsClient client) {
    URI eventsDead = create(client, "rampline-events-dead.fifo", FIFO);
    URI spillDead = create(client, "rampline-spill-dead", STANDARD);
    return new Queues(
        create(client, EVENTS, redriven(client, FIFO, eventsDead)),
        eventsDead,
        create(client, "rampline-spill", redriven(client, STANDARD, spillDead)),
        spillDead,
        create(client, "rampline-relay-dead", STANDARD));
  }

  private static Map<QueueAttributeName, String> redriven(
      SqsClient client, Map<QueueAttributeName, String> attributes, URI dead) {
    Map<QueueAttributeName, String> redriven = new HashMap<>(attributes);
    redriven.put(
        QueueAttributeName.REDRIVE_POLICY,
        """
        {"deadLetterTargetArn":"%s","maxReceiveCount":"5"}"""
            .formatted(arn(client, dead)));
    return redriven;
  }

  private static String arn(SqsClient client, URI queue) {
    return client
        .getQueueAttributes(
            wanted ->
                wanted.queueUrl(queue.toString()).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributesAsStrings()
        .getOrDefault("QueueArn", "");
  }

  private static URI create(
      SqsClient client, String name, Map<QueueAttributeName, String> attributes) {
    return URI.create(
        client.createQueue(queue -> queue.queueName(name).attributes(attributes)).queueUrl());
  }
}
