package dev.rampline.demo;

import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ProviderEmulator.Endpoints;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.ProviderState;
import dev.rampline.emulator.socket.ProviderSocket;
import dev.rampline.resources.LedgerTable;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates a table and a queue in local stores with test data. */
final class DemoStores implements AutoCloseable {
  private final EmbeddedDynamoDb tables = EmbeddedDynamoDb.start(0);
  private final EmbeddedSqs queues = EmbeddedSqs.start(0);
  private final ProviderSocket socket = ProviderSocket.start(0, "key");
  private final DemoTarget target = connect();

  private DemoTarget connect() {
    DynamoDbClient tableClient = LocalClients.dynamoDb(tables.endpoint());
    SqsClient queueClient = LocalClients.sqs(queues.endpoint());
    LedgerTable.create(tableClient);
    return new DemoTarget(
        new Endpoints(
            URI.create("http://127.0.0.1"), new ProviderState(InstantSource.system()), socket),
        new ProviderKeys("demo-access-token", null),
        tableClient,
        LedgerTable.NAME,
        queueClient,
        EmbeddedQueues.create(queueClient).events(),
        later -> true);
  }

  DemoTarget target() {
    return target;
  }

  void record(String subject, String state, long version) {
    AttributeValue fields =
        AttributeValue.fromM(
            Map.of(
                "rank", number(0), "values", AttributeValue.fromM(Map.of("orderId", text("1")))));
    target
        .tables()
        .putItem(
            put ->
                put.tableName(target.table())
                    .item(
                        Map.of(
                            "subject", text(subject),
                            "state", text(state),
                            "version", number(version),
                            "fields", AttributeValue.fromL(List.of(fields)))));
  }

  void message(String subject, String state, long version) {
    String body =
        """
        {"id":"%1$s/%2$d","subject":"%1$s","sequence":"%2$020d","data":{"state":"%3$s"}}"""
            .formatted(subject, version, state);
    target
        .queues()
        .sendMessage(
            send ->
                send.queueUrl(target.queue().toString())
                    .messageBody(body)
                    .messageGroupId(subject)
                    .messageDeduplicationId(UUID.randomUUID().toString()));
  }

  @Override
  public void close() {
    target.tables().close();
    target.queues().close();
    tables.close();
    queues.close();
    socket.close();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
