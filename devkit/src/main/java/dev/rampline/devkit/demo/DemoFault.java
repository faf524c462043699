package dev.rampline.devkit.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A fault that the demo injects behind the receiver and must find. */
public enum DemoFault {
  /** Removes a message from the queue. */
  LOSE {
    @Override
    void inject(DemoTarget target) {
      Message message = take(target);
      target
          .queues()
          .deleteMessage(it -> it.queueUrl(url(target)).receiptHandle(message.receiptHandle()));
    }
  },
  /** Sends a message again with another deduplication ID. */
  DOUBLE {
    @Override
    void inject(DemoTarget target) {
      Message message = take(target);
      Map<MessageSystemAttributeName, String> attributes = message.attributes();
      target
          .queues()
          .sendMessage(
              copy ->
                  copy.queueUrl(url(target))
                      .messageBody(message.body())
                      .messageGroupId(attributes.get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                      .messageDeduplicationId(UUID.randomUUID().toString()));
      putBack(target, message);
    }
  },
  /** Changes a record in the table. */
  WRONG {
    @Override
    void inject(DemoTarget target) {
      setState(target, findRecord(target, false), "unknown");
    }
  },
  /** Accepts an unverified event: changes the record that it is about. */
  BELIEVE {
    @Override
    void inject(DemoTarget target) {
      setState(target, findRecord(target, true), "completed");
    }
  },
  /** Does not query the API, so that lost and unverified events remain. */
  UNASKED {
    @Override
    void inject(DemoTarget target) {
      // The plan applies this fault.
    }
  };

  abstract void inject(DemoTarget target);

  /**
   * Whether it is injected after all events are processed; otherwise the next write would undo it.
   */
  boolean isInjectedLast() {
    return this == WRONG || this == BELIEVE;
  }

  /** A record of an order whose state is known or unknown. */
  private static Map<String, AttributeValue> findRecord(DemoTarget target, boolean unknown) {
    return target.tables().scanPaginator(it -> it.tableName(target.table())).items().stream()
        .filter(it -> String.valueOf(it.get("subject")).contains("order/"))
        .filter(it -> AttributeValue.fromS("unknown").equals(it.get("state")) == unknown)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No record found to change"));
  }

  private static void setState(DemoTarget target, Map<String, AttributeValue> item, String state) {
    target
        .tables()
        .updateItem(
            it ->
                it.tableName(target.table())
                    .key(Map.of("subject", item.get("subject")))
                    .updateExpression("SET #state = :other")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(":other", AttributeValue.fromS(state))));
  }

  private static Message take(DemoTarget target) {
    List<Message> messages =
        target
            .queues()
            .receiveMessage(
                want ->
                    want.queueUrl(url(target))
                        .maxNumberOfMessages(1)
                        .waitTimeSeconds(5)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    if (messages.isEmpty()) {
      throw new IllegalStateException("No message found in the queue");
    }
    return messages.getFirst();
  }

  private static void putBack(DemoTarget target, Message message) {
    target
        .queues()
        .changeMessageVisibility(
            it ->
                it.queueUrl(url(target))
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(0));
  }

  private static String url(DemoTarget target) {
    return target.queue().toString();
  }
}
