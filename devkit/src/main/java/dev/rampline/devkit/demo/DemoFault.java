package dev.rampline.devkit.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A real fault, made behind the receiver's back: the demo has to find it. */
public enum DemoFault {
  /** Takes a message out of the queue. */
  LOSE {
    @Override
    void inject(DemoTarget target) {
      Message message = take(target);
      target
          .queues()
          .deleteMessage(it -> it.queueUrl(url(target)).receiptHandle(message.receiptHandle()));
    }
  },
  /** Sends a message a second time, under another deduplication id. */
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
  /** Alters a record in the table. */
  WRONG {
    @Override
    void inject(DemoTarget target) {
      setState(target, findRecord(target, false), "unknown");
    }
  },
  /** Believes the socket about a record that somebody claims something of. */
  BELIEVE {
    @Override
    void inject(DemoTarget target) {
      setState(target, findRecord(target, true), "completed");
    }
  },
  /** Asks the API nothing: neither for what was lost nor for what is claimed. */
  UNASKED {
    @Override
    void inject(DemoTarget target) {
      // It shows in what the plan makes of it.
    }
  };

  abstract void inject(DemoTarget target);

  /** Whether it is made once all is quiet: the next write would put it right. */
  boolean isInjectedLast() {
    return this == WRONG || this == BELIEVE;
  }

  /** Some record of an order whose state is known, or is not. */
  private static Map<String, AttributeValue> findRecord(DemoTarget target, boolean unknown) {
    return target.tables().scanPaginator(it -> it.tableName(target.table())).items().stream()
        .filter(it -> String.valueOf(it.get("subject")).contains("order/"))
        .filter(it -> AttributeValue.fromS("unknown").equals(it.get("state")) == unknown)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no record to break"));
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
      throw new IllegalStateException("There is no message to break");
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
