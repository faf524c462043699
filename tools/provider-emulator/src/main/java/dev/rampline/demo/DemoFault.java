package dev.rampline.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A real fault that the demo injects and must then find. */
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
  /** Sends a message a second time with another deduplication id. */
  DUPLICATE {
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
  /** Changes the state of a record in the table. */
  WRONG {
    @Override
    void inject(DemoTarget target) {
      setState(target, findRecord(target, false), "unknown");
    }
  },
  /** Writes the state that a forged socket event reports to a record. */
  ACCEPT_FORGERY {
    @Override
    void inject(DemoTarget target) {
      setState(target, findRecord(target, true), "completed");
    }
  },
  /** Skips every lookup: lost and unverified events are never confirmed by the API. */
  MISSING_LOOKUP {
    @Override
    void inject(DemoTarget target) {
      // DemoPlan skips the reconciliation.
    }
  };

  abstract void inject(DemoTarget target);

  /** Whether it is injected after all work is done: the next write would correct it. */
  boolean isInjectedLast() {
    return this == WRONG || this == ACCEPT_FORGERY;
  }

  /** Finds an order record whose state is known, or unknown. */
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

  /** Returns the name that the command line uses. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String url(DemoTarget target) {
    return target.queue().toString();
  }
}
