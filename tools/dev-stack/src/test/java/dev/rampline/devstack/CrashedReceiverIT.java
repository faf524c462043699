package dev.rampline.devstack;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.embedded.LocalClients;
import dev.rampline.event.Subject;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.resources.LedgerTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Kills receivers while they work; the stores keep running, and the relay sends the missing
 * messages.
 */
class CrashedReceiverIT {
  private static final int KILLS = Integer.getInteger("rampline.kills", 5);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final LocalStores stores = LocalStores.embedded(Ports.ANY_FREE);
  private final DynamoDbClient tables = LocalClients.dynamoDb(stores.dynamoDb());
  private final SqsClient queues = LocalClients.sqs(stores.sqs());
  private final DevKeys keys = DevKeys.random();
  private final CrashedReceiver receiver = new CrashedReceiver(stores, keys, new Random());
  private final Set<String> received = new HashSet<>();

  @AfterEach
  void close() {
    tables.close();
    queues.close();
    stores.close();
  }

  @Test
  void everyVersion_isInTheQueue_afterKillsBetweenWriteAndSend() throws Exception {
    List<String> answered = new ArrayList<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      answered.addAll(receiver.killBetweenWriteAndSend("between-" + kill));
    }
    for (int kill = 1; kill <= KILLS / 5; kill++) {
      answered.addAll(receiver.killAtRandomMoment("killed-" + kill));
    }
    Map<String, LedgerRecord> records = records();
    Set<String> expectedIds = versions(records);
    receive();

    assertThat(expectedIds).as("only written versions were sent").containsAll(received);
    assertThat(expectedIds.size() - received.size())
        .as("kills between write and send")
        .isGreaterThanOrEqualTo(KILLS);
    assertAnsweredIsWritten(answered, records);
    try (StreamDriver driver = relay()) {
      assertThat(driver).isNotNull();
      await().atMost(TIMEOUT).until(() -> receive().containsAll(expectedIds));
    }
    assertThat(received).isEqualTo(expectedIds);
  }

  /** Each 200 stands for one version. */
  private static void assertAnsweredIsWritten(
      List<String> answered, Map<String, LedgerRecord> records) {
    answered.stream()
        .collect(groupingBy(identity(), counting()))
        .forEach(
            (order, answers) ->
                assertThat(records)
                    .hasEntrySatisfying(
                        Subject.order(order).text(),
                        record -> assertThat(record.version()).isGreaterThanOrEqualTo(answers)));
  }

  private StreamDriver relay() {
    RelayConfiguration configuration =
        RelayConfiguration.of(LocalEnvironment.of(Map.of(), stores, keys));
    RelayHandler handler =
        new RelayHandler(
            new FunctionsModule(new LocalStoreClients(stores), line -> {}, InstantSource.system())
                .relay(configuration));
    return StreamDriver.relay(
        LocalClients.streams(stores.dynamoDb()), LedgerTable.NAME, handler, _ -> {});
  }

  private Map<String, LedgerRecord> records() {
    Map<String, LedgerRecord> records = new HashMap<>();
    tables
        .scanPaginator(scan -> scan.tableName(LedgerTable.NAME).consistentRead(true))
        .items()
        .forEach(
            item -> {
              LedgerRecord record = (LedgerRecord) EntryCodec.decode(item);
              records.put(record.subject().text(), record);
            });
    return records;
  }

  /** The IDs of all versions written. */
  private static Set<String> versions(Map<String, LedgerRecord> records) {
    return records.values().stream()
        .flatMap(
            record ->
                LongStream.rangeClosed(1, record.version())
                    .mapToObj(version -> record.subject().text() + "/" + version))
        .collect(toSet());
  }

  /** Receives all messages in the queue; returns all IDs received so far. */
  private Set<String> receive() {
    String queue = stores.queues().events().toString();
    Stream.generate(() -> next(queue))
        .takeWhile(messages -> !messages.isEmpty())
        .flatMap(List::stream)
        .forEach(
            message -> {
              received.add(
                  message.attributes().get(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID));
              queues.deleteMessage(
                  done -> done.queueUrl(queue).receiptHandle(message.receiptHandle()));
            });
    return received;
  }

  private List<Message> next(String queue) {
    return queues
        .receiveMessage(
            wanted ->
                wanted
                    .queueUrl(queue)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID))
        .messages();
  }
}
