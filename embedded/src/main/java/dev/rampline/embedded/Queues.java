package dev.rampline.embedded;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues as the deployed template has them, by their URLs; but whoever receives by hand on a
 * laptop sees a message again after SQS's own 30 seconds.
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

  /** A consumer may fail for an hour before a message leaves its place. */
  private static final int RECEIVES_OF_AN_EVENT = 20;

  private static final int RECEIVES_OF_A_SPILL = 5;
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
        create(client, EVENTS, redriven(client, FIFO, eventsDead, RECEIVES_OF_AN_EVENT)),
        eventsDead,
        create(
            client, "rampline-spill", redriven(client, STANDARD, spillDead, RECEIVES_OF_A_SPILL)),
        spillDead,
        create(client, "rampline-relay-dead", STANDARD));
  }

  private static Map<QueueAttributeName, String> redriven(
      SqsClient client, Map<QueueAttributeName, String> attributes, URI dead, int receives) {
    Map<QueueAttributeName, String> redriven = new HashMap<>(attributes);
    redriven.put(
        QueueAttributeName.REDRIVE_POLICY,
        """
        {"deadLetterTargetArn":"%s","maxReceiveCount":"%d"}"""
            .formatted(arn(client, dead), receives));
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
