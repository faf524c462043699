package dev.rampline.devkit.demo;

import dev.rampline.emulator.ProviderEmulator.Endpoints;
import dev.rampline.emulator.ProviderKeys;
import java.net.URI;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The running receiver, and where what it made of the webhooks is to be found.
 *
 * @param wires where the provider's words go
 * @param keys that the receiver trusts
 * @param tables holds the ledger
 * @param table the ledger's name
 * @param queues holds the messages
 * @param queue the URL of the queue that consumers read
 * @param reconciler lets the receiver ask the API
 */
public record DemoTarget(
    Endpoints wires,
    ProviderKeys keys,
    DynamoDbClient tables,
    String table,
    SqsClient queues,
    URI queue,
    Reconciler reconciler) {
  public DemoTarget {
    Objects.requireNonNull(wires, "wires");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(queues, "queues");
    Objects.requireNonNull(queue, "queue");
    Objects.requireNonNull(reconciler, "reconciler");
  }
}
