package dev.rampline.devkit.demo;

import dev.rampline.devkit.emulator.ProviderKeys;
import java.net.URI;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The running receiver, and where what it made of the webhooks is to be found.
 *
 * @param receiver where webhooks are posted
 * @param keys that the receiver trusts
 * @param tables holds the ledger
 * @param table the ledger's name
 * @param queues holds the messages
 * @param queue the URL of the queue that consumers read
 */
public record DemoTarget(
    URI receiver,
    ProviderKeys keys,
    DynamoDbClient tables,
    String table,
    SqsClient queues,
    URI queue) {
  public DemoTarget {
    Objects.requireNonNull(receiver, "receiver");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(queues, "queues");
    Objects.requireNonNull(queue, "queue");
  }
}
