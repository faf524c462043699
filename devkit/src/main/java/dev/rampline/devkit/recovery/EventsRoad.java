package dev.rampline.devkit.recovery;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Messages that a consumer failed on go to it again, as they were. */
record EventsRoad(SqsClient queues, String url, Mark mark) implements Road {
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
  public Arrival send(Message letter) {
    queues.sendMessage(
        again ->
            again
                .queueUrl(url)
                .messageBody(letter.body())
                .messageAttributes(letter.messageAttributes())
                .messageGroupId(
                    letter.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .messageDeduplicationId(mark.deduplicationId(name(letter))));
    return new Arrival.Arrived();
  }
}
