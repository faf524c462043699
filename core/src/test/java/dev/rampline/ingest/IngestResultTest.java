package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.TraceContext;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.lifecycle.Decision;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestResultTest {
  @ParameterizedTest
  @CsvSource({"NONE,false", "SENT,false", "LEFT_TO_RELAY,true"})
  void message_isLeftToTheRelay_onlyIfTheSendFailed(Delivery delivery, boolean left) {
    TraceContext trace = TraceContext.create(new Random(1));

    assertThat(new IngestResult(new Decision.Duplicate(), 1, delivery, trace).isLeftToRelay())
        .isEqualTo(left);
  }
}
