package dev.rampline.operations.recovery;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Observations that the ledger never took are tried again. */
record RetryQueueRedriveTarget(SqsClient queues, String url) implements RedriveTarget {
  @Override
  public String name(Message letter) {
    return letter.messageId();
  }

  @Override
  public RedriveResult send(Message letter) {
    queues.sendMessage(again -> again.queueUrl(url).messageBody(letter.body()));
    return new RedriveResult.Accepted();
  }
}
