package dev.rampline.devkit.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A real fault, made behind the receiver's back: the demo has to find it. */
public enum Sabotage {
  /** Takes a message out of the queue. */
  LOSE {
    @Override
    void commit(DemoTarget target) {
      Message message = take(target);
      target
          .queues()
          .deleteMessage(it -> it.queueUrl(url(target)).receiptHandle(message.receiptHandle()));
    }
  },
  /** Sends a message a second time, under another deduplication id. */
  DOUBLE {
    @Override
    void commit(DemoTarget target) {
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
    void commit(DemoTarget target) {
      Map<String, AttributeValue> item =
          target.tables().scan(it -> it.tableName(target.table()).limit(1)).items().getFirst();
      target
          .tables()
          .updateItem(
              it ->
                  it.tableName(target.table())
                      .key(Map.of("subject", item.get("subject")))
                      .updateExpression("SET #state = :other")
                      .expressionAttributeNames(Map.of("#state", "state"))
                      .expressionAttributeValues(
                          Map.of(":other", AttributeValue.fromS("unknown"))));
    }
  };

  abstract void commit(DemoTarget target);

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
