package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.event.Subject;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.LoopbackClients;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.quarantine.QuarantineDocument;
import dev.rampline.quarantine.QuarantinedPayload;
import dev.rampline.resources.LedgerTable;
import dev.rampline.time.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The webhook function as it is wired in Lambda, with an embedded table and embedded queues. */
final class EmbeddedWebhook implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Closer started = new Closer();
  private final EmbeddedDynamoDb dynamoDb = started.register(EmbeddedDynamoDb.start(0));
  private final EmbeddedSqs sqs = started.register(EmbeddedSqs.start(0));
  private final DynamoDbClient tables =
      started.register(LocalClients.dynamoDb(dynamoDb.endpoint()));
  private final SqsClient client = started.register(LocalClients.sqs(sqs.endpoint()));
  private final EmbeddedQueues queues = EmbeddedQueues.create(client);
  private final WebhookHandler handler;

  EmbeddedWebhook() {
    this(endpoint -> endpoint);
  }

  /**
   * @param routes returns the endpoint that the function uses instead of a store's own
   */
  EmbeddedWebhook(UnaryOperator<URI> routes) {
    LedgerTable.create(tables);
    URI queueEndpoint = routes.apply(sqs.endpoint());
    LoopbackClients clients =
        new LoopbackClients(routes.apply(dynamoDb.endpoint()), queueEndpoint, queueEndpoint);
    Map<String, String> environment =
        Map.of(
            "RAMPLINE_TABLE", LedgerTable.NAME,
            "RAMPLINE_QUEUE_URL", queues.events().toString(),
            "RAMPLINE_RETRY_QUEUE_URL", queues.retry().toString(),
            "RAMPLINE_QUARANTINE_QUEUE_URL", queues.quarantine().toString(),
            "RAMPLINE_LEDGER_BUDGET", "PT30S",
            "RAMPLINE_SAMPLE_KEYS", "accept",
            "RAMPLINE_KEYS", WebhookFixture.read(WebhookFixture.EVENTS.resolve("keys.json")));
    this.handler =
        new WebhookHandler(
            new FunctionsModule(clients, line -> {}, CLOCK)
                .webhook(WebhookConfiguration.of(environment)));
  }

  /** Returns the status of the answer. */
  int send(APIGatewayV2HTTPEvent event) {
    return handler.handleRequest(event, null).getStatusCode();
  }

  /** Removes all records and returns them. */
  List<LedgerRecord> takeRecords() {
    DynamoDbLedger ledger = new DynamoDbLedger(tables, LedgerTable.NAME);
    List<LedgerRecord> records = new ArrayList<>();
    tables.scan(scan -> scan.tableName(LedgerTable.NAME)).items().stream()
        .map(item -> Objects.requireNonNull(item.get("subject")).s())
        .forEach(
            subject -> {
              ledger
                  .read(new Subject(subject), Consistency.STRONG, soon())
                  .filter(LedgerRecord.class::isInstance)
                  .map(LedgerRecord.class::cast)
                  .filter(record -> record.version() > 0)
                  .ifPresent(records::add);
              tables.deleteItem(
                  gone ->
                      gone.tableName(LedgerTable.NAME)
                          .key(Map.of("subject", AttributeValue.fromS(subject))));
            });
    return records;
  }

  /** Removes all payloads of the quarantine and returns them. */
  List<QuarantinedPayload> takeQuarantined() {
    return take(queues.quarantine())
        .map(message -> QuarantineDocument.read(message.body()).orElseThrow())
        .toList();
  }

  /** Removes all messages of the events queue and returns their number. */
  long takeMessages() {
    return take(queues.events()).count();
  }

  /** Removes all events of the retry queue and returns their number. */
  long takeRetries() {
    return take(queues.retry()).count();
  }

  private Stream<Message> take(URI queue) {
    return Stream.generate(() -> receive(queue))
        .takeWhile(messages -> !messages.isEmpty())
        .flatMap(List::stream);
  }

  private List<Message> receive(URI queue) {
    String url = queue.toString();
    List<Message> messages =
        client.receiveMessage(wanted -> wanted.queueUrl(url).maxNumberOfMessages(10)).messages();
    messages.forEach(
        message ->
            client.deleteMessage(
                done -> done.queueUrl(url).receiptHandle(message.receiptHandle())));
    return messages;
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), CLOCK);
  }

  @Override
  public void close() {
    started.close();
  }
}
