package dev.rampline.consuming;

import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.Ingest;
import dev.rampline.message.MessageComposer;
import dev.rampline.resources.LedgerTable;
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
 * The complete stack. Direct sends go to a separate queue, so that the relay's messages are not
 * dropped as duplicates, as after SQS's five minutes.
 */
final class ConsumerFixture implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final DevStack stack =
      DevStack.start(
          new DevStack.Settings(Ports.ANY_FREE, false, DevKeys.random(), Map.of(), line -> {}));
  private final DynamoDbClient tables = LocalClients.dynamoDb(stack.stores().dynamoDb());
  private final SqsClient queues = LocalClients.sqs(stack.stores().sqs());
  private final String relayed = stack.stores().queues().events().toString();
  private final String sentDirectly = createQueue();
  private final Ingest ingest =
      new Ingest(
          new DynamoDbLedger(tables, LedgerTable.NAME),
          new SqsPublisher(queues, sentDirectly),
          new MessageComposer("staging"),
          TIMEOUT,
          new SecureRandom(),
          Sleeper.system());

  private String createQueue() {
    return queues
        .createQueue(
            queue ->
                queue
                    .queueName("direct.fifo")
                    .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .queueUrl();
  }

  DynamoDbClient tables() {
    return tables;
  }

  long ingest(VerifiedEvent event) {
    return ingest.ingest(event, soon()).version();
  }

  /** Receives the messages that were sent directly after the write. */
  List<Message> sentDirectly(Subject subject, int expected) {
    return received(sentDirectly, subject, expected);
  }

  /** Receives the messages of the relay. */
  List<Message> relayed(Subject subject, int expected) {
    return received(relayed, subject, expected);
  }

  /** Sends the same bytes again with new deduplication ids, and receives them. */
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
        .atMost(TIMEOUT)
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
    return Deadline.after(TIMEOUT, InstantSource.system());
  }

  @Override
  public void close() {
    queues.close();
    tables.close();
    stack.close();
  }
}
