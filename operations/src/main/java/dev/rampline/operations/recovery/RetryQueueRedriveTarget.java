package dev.rampline.operations.recovery;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Sends events that could not be written back to the retry queue. */
record RetryQueueRedriveTarget(SqsClient queues, String url) implements RedriveTarget {
  @Override
  public String name(Message message) {
    return message.messageId();
  }

  @Override
  public RedriveResult send(Message message) {
    queues.sendMessage(request -> request.queueUrl(url).messageBody(message.body()));
    return new RedriveResult.Accepted();
  }
}
