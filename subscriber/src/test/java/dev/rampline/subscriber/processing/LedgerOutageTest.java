package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.Subject;
import dev.rampline.resources.LedgerTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LedgerOutageTest extends ProcessorFixture {
  /** The number of writers. */
  private static final int CAPACITY = 16;

  LedgerOutageTest() throws IOException {}

  @Test
  void ledgerOutage_delaysEvents_andDropsTheOldestOfAFullBuffer() {
    withApi(CAPACITY);
    List<String> inProgress = ids("held", CAPACITY);
    List<String> dropped = ids("dropped", 3);
    List<String> waiting = ids("waiting", CAPACITY);
    stores().stopLedger();

    inProgress.forEach(order -> order(order, "PROCESSING"));
    await().until(() -> lines.size() == CAPACITY);
    dropped.forEach(order -> order(order, "PROCESSING"));
    waiting.forEach(order -> order(order, "PROCESSING"));
    order(inProgress.getFirst(), "COMPLETED");

    String measured = measured();
    stores().startLedger();
    assertThat(measured).contains("\"eventsDropped\":4", "\"eventsWaiting\":16");

    await().until(() -> depth() == 0);
    assertThat(inProgress).allMatch(order -> record(Subject.order(order)).isPresent());
    assertThat(dropped).noneMatch(order -> record(Subject.order(order)).isPresent());
    assertThat(waiting.subList(1, CAPACITY))
        .allMatch(order -> record(Subject.order(order)).isPresent());
    await().until(() -> api.listRequests() > 0);
    assertThat(fatalErrors).isEmpty();
  }

  @Test
  void unreadableRecord_isCountedAndDelaysNoOther() {
    withApi(CAPACITY);
    stores()
        .dynamoDb()
        .putItem(
            item ->
                item.tableName(LedgerTable.NAME)
                    .item(
                        Map.of(
                            "subject", AttributeValue.fromS("order/unreadable-" + id),
                            "revision", AttributeValue.fromS("canary"))));

    order("unreadable-" + id, "COMPLETED");
    order(id, "COMPLETED");

    awaitRecord(Subject.order(id), known -> true);
    await().until(() -> lines.stream().anyMatch(line -> line.contains("order/unreadable-" + id)));
    assertThat(measured()).contains("\"unreadableRecords\":1");
    assertThat(lines).noneMatch(line -> line.contains("canary"));
  }

  private List<String> ids(String kind, int count) {
    return IntStream.range(0, count).mapToObj(number -> kind + number + "-" + id).toList();
  }
}
