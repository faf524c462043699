package dev.rampline.devstack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.LocalClients;
import dev.rampline.resources.LedgerTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class StreamDriverTest {
  private static final StreamPace FROM_LATEST =
      new StreamPace(
          ShardIteratorType.LATEST,
          1_000,
          Duration.ZERO,
          Duration.ofMillis(10),
          Duration.ofSeconds(1),
          Duration.ofMillis(10),
          Duration.ofMillis(10));

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private EmbeddedDynamoDb store;
  private DynamoDbClient client;

  @BeforeEach
  void startStore() {
    store = EmbeddedDynamoDb.start(0);
    client = LocalClients.dynamoDb(store.endpoint());
    LedgerTable.create(client);
  }

  @AfterEach
  void stopStore() {
    client.close();
    store.close();
  }

  @Test
  void recordsBeforeAndAfterTheStart_areDeliveredInOrder() {
    write(1, 3);
    try (StreamDriver driver = driver(new AtomicInteger())) {
      await().until(() -> taken.size() == 3);
      write(4, 6);
      await().untilAsserted(() -> assertThat(taken).containsExactly("1", "2", "3", "4", "5", "6"));
      assertThat(driver).isNotNull();
    }
  }

  @Test
  void failedRecord_isDeliveredAgainWithAllLaterRecords() {
    write(1, 5);
    try (StreamDriver driver = driver(new AtomicInteger(3))) {
      await().untilAsserted(() -> assertThat(taken).containsExactly("1", "2", "3", "4", "5"));
      assertThat(driver).isNotNull();
    }
  }

  @Test
  void throwingFunction_isInvokedAgain() {
    write(1, 2);
    AtomicInteger faults = new AtomicInteger(2);
    try (StreamDriver driver =
        driver(
            (event, context) -> {
              if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("injected failure");
              }
              return take(event, new AtomicInteger());
            })) {
      await().untilAsserted(() -> assertThat(taken).containsExactly("1", "2"));
      assertThat(driver).isNotNull();
    }
  }

  @Test
  void removedRecord_isNotDelivered() {
    write(1, 1);
    client.deleteItem(
        wanted -> wanted.tableName(LedgerTable.NAME).key(Map.of("subject", subject())));
    write(2, 2);
    try (StreamDriver driver = driver(new AtomicInteger())) {
      await().untilAsserted(() -> assertThat(taken).containsExactly("1", "2"));
      assertThat(driver).isNotNull();
    }
  }

  @Test
  void fromTheLatestRecordOn_onlyLaterRecordsAreDelivered_alsoAfterAFailure() {
    write(1, 3);
    AtomicInteger failures = new AtomicInteger(1);
    CountDownLatch polled = new CountDownLatch(1);
    try (DynamoDbStreamsClient streams = LocalClients.streams(store.endpoint());
        StreamDriver driver =
            StreamDriver.start(
                "test",
                LocalClients.streams(store.endpoint()),
                () -> streams.listStreams().streams().getLast().streamArn(),
                (_, records) -> {
                  if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("injected failure");
                  }
                  records.forEach(
                      it -> taken.add(requireNonNull(it.dynamodb().newImage().get("version")).n()));
                  return records.size();
                },
                FROM_LATEST,
                new OutageListener() {
                  @Override
                  public void success() {
                    polled.countDown();
                  }

                  @Override
                  public void failure(RuntimeException fault) {}
                })) {
      await().until(() -> polled.getCount() == 0);
      write(4, 6);

      await().untilAsserted(() -> assertThat(taken).containsExactly("4", "5", "6"));
      assertThat(failures).hasNegativeValue();
      assertThat(driver).isNotNull();
    }
  }

  private StreamDriver driver(AtomicInteger failures) {
    return driver((event, context) -> take(event, failures));
  }

  private StreamDriver driver(RequestHandler<DynamodbEvent, StreamsEventResponse> function) {
    return StreamDriver.relay(
        LocalClients.streams(store.endpoint()), LedgerTable.NAME, function, _ -> {});
  }

  /** Fails at the second record of a batch that many times. */
  private StreamsEventResponse take(DynamodbEvent event, AtomicInteger failures) {
    for (int index = 0; index < event.getRecords().size(); index++) {
      DynamodbEvent.DynamodbStreamRecord entry = event.getRecords().get(index);
      if (index == 1 && failures.getAndDecrement() > 0) {
        String failed = entry.getDynamodb().getSequenceNumber();
        return new StreamsEventResponse(List.of(new BatchItemFailure(failed)));
      }
      taken.add(requireNonNull(entry.getDynamodb().getNewImage().get("version")).getN());
    }
    return new StreamsEventResponse(List.of());
  }

  private void write(int first, int last) {
    IntStream.rangeClosed(first, last).forEach(this::write);
  }

  private void write(int version) {
    client.putItem(
        put ->
            put.tableName(LedgerTable.NAME)
                .item(
                    Map.of(
                        "subject",
                        subject(),
                        "version",
                        AttributeValue.fromN(Integer.toString(version)))));
  }

  private static AttributeValue subject() {
    return AttributeValue.fromS("order/1");
  }
}
