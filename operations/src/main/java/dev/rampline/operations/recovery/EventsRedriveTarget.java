package dev.rampline.operations.recovery;

import static java.util.Objects.requireNonNull;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.MESSAGE_GROUP_ID;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Sends messages that a consumer could not process to the events queue again, unchanged. */
record EventsRedriveTarget(SqsClient queues, String url, RunId runId, RecordReader records)
    implements RedriveTarget {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String name(Message message) {
    try {
      return JSON.readTree(message.body()).path("id").asText(message.messageId());
    } catch (JacksonException foreign) {
      return message.messageId();
    }
  }

  @Override
  public RedriveResult send(Message message) {
    String subject = requireNonNull(message.attributes().get(MESSAGE_GROUP_ID), "group");
    if (records.isErased(subject)) {
      return ERASED;
    }
    queues.sendMessage(
        request ->
            request
                .queueUrl(url)
                .messageBody(message.body())
                .messageAttributes(message.messageAttributes())
                .messageGroupId(subject)
                .messageDeduplicationId(runId.deduplicationId(name(message))));
    return new RedriveResult.Accepted();
  }
}
