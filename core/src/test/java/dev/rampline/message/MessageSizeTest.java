package dev.rampline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.LargestRecord;
import org.junit.jupiter.api.Test;

/** A message that the queue would refuse for its size would be lost for good. */
class MessageSizeTest {
  private static final int QUEUE_LIMIT = 262_144;

  @Test
  void largestMessage_fitsTheQueue() {
    CloudEventMessage message = new MessageComposer("e".repeat(64)).compose(LargestRecord.create());

    assertThat(message.body().length()).isGreaterThan(200_000).isLessThan(QUEUE_LIMIT);
  }
}
