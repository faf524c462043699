package dev.rampline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.resources.LedgerTable;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class EmbeddedDynamoDbTest {
  private EmbeddedDynamoDb store;
  private DynamoDbClient client;

  @BeforeEach
  void startStore() {
    store = EmbeddedDynamoDb.start(0);
    client = LocalClients.dynamoDb(store.endpoint());
  }

  @AfterEach
  void stopStore() {
    client.close();
    store.close();
  }

  @Test
  void store_listensOnLoopbackOnly() throws Exception {
    int port = store.endpoint().getPort();

    assertThat(LocalAddresses.isListening(InetAddress.getLoopbackAddress(), port)).isTrue();
    assertThat(LocalAddresses.beyondLoopback())
        .noneMatch(address -> LocalAddresses.isListening(address, port));
  }

  @Test
  void portInUse_isNamed() {
    int port = store.endpoint().getPort();

    assertThatThrownBy(() -> EmbeddedDynamoDb.start(port))
        .isInstanceOfSatisfying(
            PortInUseException.class, inUse -> assertThat(inUse.port()).isEqualTo(port));
  }

  @Test
  void storesStartedAtOnce_leaveNoRequestWithoutAnAnswer() throws Exception {
    Callable<Void> start =
        () -> {
          EmbeddedDynamoDb.start(0).close();
          return null;
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(4);
        DynamoDbClient once = clientWithoutRetries()) {
      List<Future<Void>> others =
          Stream.generate(() -> threads.submit(start)).limit(1_000).toList();
      while (!others.stream().allMatch(Future::isDone)) {
        once.listTables();
      }
      for (Future<Void> other : others) {
        other.get();
      }
    }
  }

  private DynamoDbClient clientWithoutRetries() {
    return LocalClients.local(
        DynamoDbClient.builder()
            .overrideConfiguration(
                settings -> settings.retryStrategy(retries -> retries.maxAttempts(1))),
        store.endpoint());
  }

  @Test
  void closedStore_leavesNoThread() {
    ThreadLeakCheck.assertNoLeak(
        () -> {
          try (EmbeddedDynamoDb other = EmbeddedDynamoDb.start(0);
              DynamoDbClient otherClient = LocalClients.dynamoDb(other.endpoint())) {
            LedgerTable.create(otherClient);
          }
        });
  }

  @Test
  void ledgerTable_hasKeyIndexesAndStreamOfTheTemplate() {
    LedgerTable.create(client);
    LedgerTable.create(client);

    TableDescription table =
        client.describeTable(request -> request.tableName("rampline-ledger")).table();
    assertThat(table.keySchema()).extracting(key -> key.attributeName()).containsExactly("subject");
    assertThat(table.globalSecondaryIndexes())
        .extracting(index -> index.indexName())
        .containsExactlyInAnyOrder("open", "partner-order");
    assertThat(table.streamSpecification().streamViewType())
        .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
  }

  @Test
  void write_appearsInTheStreamWithBothImages() {
    LedgerTable.create(client);
    client.putItem(put -> put.tableName(LedgerTable.NAME).item(item("1")));
    client.putItem(put -> put.tableName(LedgerTable.NAME).item(item("2")));

    try (DynamoDbStreamsClient streams = LocalClients.streams(store.endpoint())) {
      assertThat(StreamRecords.records(streams, LedgerTable.NAME))
          .extracting(record -> record.dynamodb().newImage())
          .containsExactly(item("1"), item("2"));
    }
  }

  private static Map<String, AttributeValue> item(String version) {
    return Map.of(
        "subject", AttributeValue.fromS("order/1"), "version", AttributeValue.fromN(version));
  }
}
