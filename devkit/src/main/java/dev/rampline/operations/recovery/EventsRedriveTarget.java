package dev.rampline.operations.recovery;

import static java.util.Objects.requireNonNull;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.MESSAGE_GROUP_ID;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages that a consumer failed on go to it again, as they were. */
record EventsRedriveTarget(SqsClient queues, String url, RunId runId, RecordReader records)
    implements RedriveTarget {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String name(Message letter) {
    try {
      return JSON.readTree(letter.body()).path("id").asText(letter.messageId());
    } catch (JacksonException foreign) {
      return letter.messageId();
    }
  }

  @Override
  public RedriveResult send(Message letter) {
    String subject = requireNonNull(letter.attributes().get(MESSAGE_GROUP_ID), "group");
    if (records.isErased(subject)) {
      return ERASED;
    }
    queues.sendMessage(
        again ->
            again
                .queueUrl(url)
                .messageBody(letter.body())
                .messageAttributes(letter.messageAttributes())
                .messageGroupId(subject)
                .messageDeduplicationId(runId.deduplicationId(name(letter))));
    return new RedriveResult.Accepted();
  }
}
