package dev.rampline.operations.recovery;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.MessageComposer;
import dev.rampline.resources.LedgerTable;
import dev.rampline.resources.QueuePlan;
import dev.rampline.time.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * The embedded stores, which start once in this process and end with it. Each object begins with
 * empty queues and a ledger table of its own.
 */
public final class RecoveryStores {
  /** The environment in the source of the messages. */
  static final String ENVIRONMENT = "staging";

  private static final InstantSource CLOCK = InstantSource.system();
  private static final URI SQS = EmbeddedSqs.start(0).endpoint();
  private static final URI DYNAMO_DB = EmbeddedDynamoDb.start(0).endpoint();
  private static final SqsClient QUEUES = LocalClients.sqs(SQS);
  private static final DynamoDbClient TABLES = LocalClients.dynamoDb(DYNAMO_DB);

  private final String table = newTable();

  /** Creates a table, and empty queues in place of those of the last object. */
  public RecoveryStores() {
    QUEUES.listQueues().queueUrls().forEach(url -> QUEUES.deleteQueue(it -> it.queueUrl(url)));
    var _ = EmbeddedQueues.create(QUEUES);
  }

  /** Returns the table and queues with new clients, which the caller closes. */
  public StoreClients newClients() {
    return new StoreClients(LocalClients.dynamoDb(DYNAMO_DB), LocalClients.sqs(SQS), table);
  }

  /** Returns the table and queues. */
  StoreClients clients() {
    return clients(QueueCallFaults.none());
  }

  /** Returns the table and queues, with a fault before queue calls. */
  StoreClients clients(UnaryOperator<SqsRequest> fault) {
    return new StoreClients(TABLES, new FaultyQueues(QUEUES, fault), table);
  }

  /** Creates another table like the ledger's. */
  String newTable() {
    String name = "ledger-" + UUID.randomUUID();
    LedgerTable.create(TABLES, name);
    return name;
  }

  /** Writes a first record with that version, last written at that time. */
  public LedgerRecord put(Subject subject, long version, Instant updatedAt) {
    LedgerRecord record =
        SampleRecords.first(subject).withRevision(new Revision(1, version, List.of(), updatedAt));
    write(table, record);
    return record;
  }

  /** Writes a first record. */
  public void write(LedgerRecord record) {
    write(table, record);
  }

  /** Writes the item of a customer's id that only names another id. */
  public void putAlias(String subject, String alias) {
    LedgerRecord first = SampleRecords.first(new Subject(subject));
    write(
        table,
        first
            .withRevision(new Revision(1, 0, List.of(), first.revision().updatedAt()))
            .withContent(first.content().withAliases(List.of(alias))));
  }

  void write(String into, Entry entry) {
    WriteResult result =
        new DynamoDbLedger(TABLES, into).write(entry, Deadline.after(Duration.ofSeconds(9), CLOCK));
    if (!(result instanceof WriteResult.Written)) {
      throw new IllegalStateException(result.toString());
    }
  }

  /** Replaces a record by a tombstone. */
  public void erase(LedgerRecord record) {
    write(table, record.toTombstone(record.revision().updatedAt()));
  }

  Entry entry(Subject subject) {
    return new DynamoDbLedger(TABLES, table)
        .read(subject, Consistency.STRONG, Deadline.after(Duration.ofSeconds(9), CLOCK))
        .orElseThrow();
  }

  /** Writes an item that this version cannot read. */
  public void putUnreadable(String subject) {
    TABLES.putItem(
        put ->
            put.tableName(table)
                .item(
                    Map.of(
                        "subject", AttributeValue.fromS(subject),
                        "revision", AttributeValue.fromS("of a later version"))));
  }

  static String message(LedgerRecord record) {
    return new MessageComposer(ENVIRONMENT).compose(record).body();
  }

  /** Sends a message to a standard queue. */
  public void send(QueuePlan plan, String body) {
    QUEUES.sendMessage(message -> message.queueUrl(url(plan)).messageBody(body));
  }

  /** Sends a message to the events queue's dead-letter queue. */
  void sendDeadEvent(String subject, String body) {
    QUEUES.sendMessage(
        message ->
            message
                .queueUrl(url(QueuePlan.EVENTS_DEAD))
                .messageBody(body)
                .messageGroupId(subject)
                .messageDeduplicationId(Integer.toString(body.hashCode())));
  }

  /** Removes all messages of a queue and returns their bodies. */
  List<String> drain(QueuePlan plan) {
    List<String> bodies = new ArrayList<>();
    for (List<Message> some = receive(plan); !some.isEmpty(); some = receive(plan)) {
      for (Message message : some) {
        bodies.add(message.body());
        QUEUES.deleteMessage(
            gone -> gone.queueUrl(url(plan)).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }

  /** Returns the number of visible messages. */
  int visible(QueuePlan plan) {
    return Integer.parseInt(
        String.valueOf(
            QUEUES
                .getQueueAttributes(
                    request ->
                        request
                            .queueUrl(url(plan))
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)));
  }

  /** Receives all messages without deleting them, like a consumer that was killed. */
  void hold(QueuePlan plan) {
    while (visible(plan) > 0) {
      receive(plan);
    }
  }

  private static List<Message> receive(QueuePlan plan) {
    return QUEUES
        .receiveMessage(
            request -> request.queueUrl(url(plan)).maxNumberOfMessages(10).waitTimeSeconds(0))
        .messages();
  }

  private static String url(QueuePlan plan) {
    return QUEUES.getQueueUrl(request -> request.queueName(plan.queueName())).queueUrl();
  }
}
