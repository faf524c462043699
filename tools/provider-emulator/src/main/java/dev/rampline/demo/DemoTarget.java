package dev.rampline.demo;

import dev.rampline.emulator.ProviderEmulator.Endpoints;
import dev.rampline.emulator.ProviderKeys;
import java.net.URI;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The running receiver and the stores with its results.
 *
 * @param endpoints the channels of the provider
 * @param keys the keys that the receiver trusts
 * @param tables the DynamoDB client
 * @param table the name of the ledger table
 * @param queues the SQS client
 * @param queue the URL of the events queue
 * @param reconciler runs the receiver's reconciliation
 */
public record DemoTarget(
    Endpoints endpoints,
    ProviderKeys keys,
    DynamoDbClient tables,
    String table,
    SqsClient queues,
    URI queue,
    Reconciler reconciler) {
  public DemoTarget {
    Objects.requireNonNull(endpoints, "endpoints");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(queues, "queues");
    Objects.requireNonNull(queue, "queue");
    Objects.requireNonNull(reconciler, "reconciler");
  }
}
