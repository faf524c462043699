package dev.rampline.devkit.recovery;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Observations that the ledger never took are tried again. */
record SpillRoad(SqsClient queues, String url) implements Road {
  @Override
  public String name(Message letter) {
    return letter.messageId();
  }

  @Override
  public Arrival send(Message letter) {
    queues.sendMessage(again -> again.queueUrl(url).messageBody(letter.body()));
    return new Arrival.Arrived();
  }
}
