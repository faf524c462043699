package dev.rampline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.LargestRecord;
import org.junit.jupiter.api.Test;

/** The queue rejects messages that are too large, so the largest possible message must fit. */
class MessageSizeTest {
  private static final int QUEUE_LIMIT = 262_144;

  @Test
  void largestMessage_fitsTheQueue() {
    CloudEventMessage message = new MessageComposer("e".repeat(64)).compose(LargestRecord.create());

    assertThat(message.body().length()).isGreaterThan(200_000).isLessThan(QUEUE_LIMIT);
  }
}
