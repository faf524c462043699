package dev.rampline.function.retry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds a batch of the retry queue. The first message has the id m1 and the receipt handle r1. */
public final class RetryBatch {
  private final List<SQSMessage> messages = new ArrayList<>();

  /** Adds a message that was received {@code receives} times. */
  public RetryBatch add(String body, int receives) {
    String number = Integer.toString(messages.size() + 1);
    SQSMessage message = new SQSMessage();
    message.setMessageId("m" + number);
    message.setReceiptHandle("r" + number);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receives)));
    messages.add(message);
    return this;
  }

  /** Returns the event. */
  public SQSEvent event() {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }
}
