package dev.rampline.adapter.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.CloudEventMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchSplitterTest {
  private static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

  /** The size of an attribute in SQS: name, type and value. */
  private static final int BYTES_OF_A_TRACE = 11 + 6 + 55;

  private final Subject subject = SampleRecords.freshOrder();

  @Test
  void messagesOfTheMaximumSize_areSentInOneCall() {
    assertThat(BatchSplitter.split(List.of(message(131_072, null), message(131_072, null))))
        .hasSize(1);
    assertThat(
            BatchSplitter.split(
                List.of(
                    message(131_072 - BYTES_OF_A_TRACE, TRACE),
                    message(131_072 - BYTES_OF_A_TRACE, TRACE))))
        .hasSize(1);
  }

  @Test
  void messagesAboveTheMaximumWithTheirTraces_areSentInTwoCalls() {
    CloudEventMessage first = message(131_072 - BYTES_OF_A_TRACE, TRACE);
    CloudEventMessage second = message(131_072 - BYTES_OF_A_TRACE + 1, TRACE);

    assertThat(BatchSplitter.split(List.of(first, second)))
        .containsExactly(List.of(first), List.of(second));
  }

  private CloudEventMessage message(int bytes, @Nullable TraceContext trace) {
    return new CloudEventMessage(subject.text() + "/1", subject, "x".repeat(bytes), trace);
  }
}
