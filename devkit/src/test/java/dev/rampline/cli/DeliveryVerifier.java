package dev.rampline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.QueuePlan;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Compares accepted webhooks with the ledger and the queue. */
final class DeliveryVerifier {
  private static final JsonMapper JSON = new JsonMapper();

  private final DynamoDbClient tables;
  private final SqsClient queues;
  private final String queue;

  /** The state in each received message, by message id. */
  private final Map<String, String> received = new HashMap<>();

  DeliveryVerifier(DynamoDbClient tables, SqsClient queues) {
    this.tables = tables;
    this.queues = queues;
    this.queue =
        queues.getQueueUrl(wanted -> wanted.queueName(QueuePlan.EVENTS.queueName())).queueUrl();
  }

  /**
   * Returns accepted webhooks that are not in the ledger, and versions that are not in the queue.
   */
  List<String> missing(List<WebhookLoad.SentWebhook> accepted) {
    receive();
    Map<String, LedgerState> ledger = ledger();
    return Stream.concat(
            accepted.stream().filter(webhook -> !isWritten(webhook, ledger)).map(Object::toString),
            ledger.entrySet().stream().flatMap(this::notReceived))
        .toList();
  }

  private static boolean isWritten(
      WebhookLoad.SentWebhook webhook, Map<String, LedgerState> ledger) {
    LedgerState state = ledger.get("order/" + webhook.order());
    return state != null
        && WebhookLoad.Progress.ofState(state.state()).compareTo(webhook.step()) >= 0;
  }

  private Stream<String> notReceived(Map.Entry<String, LedgerState> record) {
    String subject = record.getKey();
    LedgerState state = record.getValue();
    String newest = subject + "/" + state.version();
    return Stream.concat(
        LongStream.rangeClosed(1, state.version())
            .mapToObj(version -> subject + "/" + version)
            .filter(id -> !received.containsKey(id)),
        Stream.of(newest).filter(id -> !state.state().equals(received.get(id))));
  }

  private Map<String, LedgerState> ledger() {
    Map<String, LedgerState> ledger = new TreeMap<>();
    tables
        .scanPaginator(scan -> scan.tableName(LedgerTable.NAME).consistentRead(true))
        .items()
        .forEach(item -> ledger.put(member(item, "subject").s(), LedgerState.of(item)));
    return ledger;
  }

  private static AttributeValue member(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  private void receive() {
    Stream.generate(this::next)
        .takeWhile(messages -> !messages.isEmpty())
        .forEach(
            messages -> {
              messages.forEach(this::receive);
              delete(messages);
            });
  }

  private List<Message> next() {
    return queues
        .receiveMessage(wanted -> wanted.queueUrl(queue).maxNumberOfMessages(10))
        .messages();
  }

  private void receive(Message message) {
    try {
      JsonNode event = JSON.readTree(message.body());
      received.put(
          event.required("id").asText(), event.required("data").required("state").asText());
    } catch (IOException notJson) {
      throw new IllegalStateException(message.body(), notJson);
    }
  }

  private void delete(List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> entries =
        messages.stream()
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    queues.deleteMessageBatch(batch -> batch.queueUrl(queue).entries(entries));
  }

  private record LedgerState(String state, long version) {
    static LedgerState of(Map<String, AttributeValue> item) {
      return new LedgerState(
          member(item, "state").s(), Long.parseLong(member(item, "version").n()));
    }
  }
}
