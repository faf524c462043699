package dev.rampline.devkit.consuming;

import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.erasure.Erasure;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.Ingest;
import dev.rampline.message.MessageComposer;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The whole stack, and a way in that sends to a queue of its own: so what the relay sends is not
 * taken for a duplicate, as it would not be after SQS's five minutes.
 */
final class ConsumerStage implements AutoCloseable {
  private static final Duration ENOUGH = Duration.ofSeconds(60);

  private final DevStack stack =
      DevStack.start(
          new DevStack.Settings(Ports.ANY_FREE, false, DevKeys.random(), Map.of(), line -> {}));
  private final DynamoDbClient tables = LocalClients.dynamoDb(stack.stores().dynamoDb());
  private final SqsClient queues = LocalClients.sqs(stack.stores().sqs());
  private final String relayed = stack.stores().queues().events().toString();
  private final String sentAtOnce = createQueue();
  private final Ingest ingest =
      new Ingest(
          new DynamoDbLedger(tables, LedgerTable.NAME),
          new SqsPublisher(queues, sentAtOnce),
          new MessageComposer("staging"),
          ENOUGH,
          new SecureRandom(),
          Sleeper.system());

  private String createQueue() {
    return queues
        .createQueue(
            queue ->
                queue
                    .queueName("at-once.fifo")
                    .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .queueUrl();
  }

  DynamoDbClient tables() {
    return tables;
  }

  long tell(VerifiedEvent observation) {
    return ingest.ingest(observation, soon()).version();
  }

  /** Ingests an event; a new record starts at that version. */
  long tellWithFirstVersion(VerifiedEvent event, long version) {
    return ingest.withFirstVersion(version).ingest(event, soon()).version();
  }

  void erase(Subject subject) {
    new Erasure(new DynamoDbLedger(tables, LedgerTable.NAME), InstantSource.system())
        .erase(subject, soon());
  }

  /** The clients of its table and queues. They are closed with the stack. */
  StoreClients storeClients() {
    return new StoreClients(tables, queues, LedgerTable.NAME);
  }

  /** What was sent as soon as it was written. */
  List<Message> sentAtOnce(Subject subject, int expected) {
    return received(sentAtOnce, subject, expected);
  }

  /** What the stream brought to the relay, and the relay to the queue. */
  List<Message> relayed(Subject subject, int expected) {
    return received(relayed, subject, expected);
  }

  /** The same bytes again, under deduplication ids of their own; and what the queue makes of it. */
  List<Message> republished(Subject subject, List<Message> messages) {
    String run = UUID.randomUUID().toString();
    for (Message message : messages) {
      queues.sendMessage(
          send ->
              send.queueUrl(relayed)
                  .messageBody(message.body())
                  .messageGroupId(subject.text())
                  .messageDeduplicationId(run + message.messageId()));
    }
    return received(relayed, subject, messages.size());
  }

  private List<Message> received(String queue, Subject subject, int expected) {
    List<Message> received = new ArrayList<>();
    await()
        .atMost(ENOUGH)
        .until(
            () -> {
              received.addAll(next(queue, subject));
              return received.size() >= expected;
            });
    return List.copyOf(received);
  }

  private List<Message> next(String queue, Subject subject) {
    List<Message> messages =
        queues
            .receiveMessage(
                wanted ->
                    wanted
                        .queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1)
                        .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
            .messages();
    messages.forEach(
        message ->
            queues.deleteMessage(
                done -> done.queueUrl(queue).receiptHandle(message.receiptHandle())));
    return messages.stream().filter(message -> group(message).equals(subject.text())).toList();
  }

  static String group(Message message) {
    return String.valueOf(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
  }

  private static Deadline soon() {
    return Deadline.after(ENOUGH, InstantSource.system());
  }

  @Override
  public void close() {
    queues.close();
    tables.close();
    stack.close();
  }
}
