package dev.rampline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN_ID = "00f067aa0ba902b7";
  private static final String IDS = TRACE_ID + "-" + SPAN_ID;

  @ParameterizedTest
  @CsvSource({
    "00-" + IDS + "-00, 00",
    "00-" + IDS + "-01, 01",
    "00-" + IDS + "-03, 03",
    "00-" + IDS + "-fd, 01",
    "01-" + IDS + "-03, 01",
    "fe-" + IDS + "-00, 00",
    "cc-" + IDS + "-01-what-the-future-will-be-like, 01",
    "cc-" + IDS + "-01-, 01",
  })
  void validTraceparent_isParsed_andWrittenAsVersion00(String text, String flags) {
    assertThat(TraceContext.parse(text))
        .hasValueSatisfying(trace -> assertThat(trace.text()).isEqualTo("00-" + IDS + "-" + flags));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff-" + IDS + "-01",
        "0-" + IDS + "-01",
        "0x-" + IDS + "-01",
        "00-" + IDS + "-01-",
        "00-" + IDS + "-01-more",
        "00-" + IDS + "-01 ",
        " 00-" + IDS + "-01",
        "00-" + IDS + "-01\n",
        "cc-" + IDS + "-01.more",
        "cc-" + IDS + "-01-more\n",
        "00-" + IDS + "-1",
        "00-" + IDS + "-0g",
        "00-" + IDS,
        "00-00000000000000000000000000000000-" + SPAN_ID + "-01",
        "00-" + TRACE_ID + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN_ID + "-01",
        "00-" + TRACE_ID + "-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-" + SPAN_ID + "-01",
        "00-" + TRACE_ID + "-00f067aa0ba902b-01",
        "00-" + IDS + "-01,00-" + IDS + "-01",
      })
  void invalidTraceparent_isEmpty(String text) {
    assertThat(TraceContext.parse(text)).isEmpty();
  }

  @Test
  void newTrace_isSampled_andDifferentEachTime() {
    Random random = new Random(1);
    TraceContext one = TraceContext.create(random);
    TraceContext other = TraceContext.create(random);

    assertThat(TraceContext.parse(one.text())).contains(one);
    assertThat(one.flags()).isEqualTo(TraceContext.SAMPLED | TraceContext.RANDOM);
    assertThat(one.traceId()).isNotEqualTo(other.traceId());
    assertThat(one.spanId()).isNotEqualTo(other.spanId());
  }

  @Test
  void newTrace_isNeverAllZeros() {
    RandomGenerator zero = () -> 0;

    assertThat(TraceContext.create(zero).text())
        .isEqualTo("00-00000000000000000000000000000001-0000000000000001-03");
  }

  @Test
  void invalidText_isNoTraceContext() {
    assertThatThrownBy(() -> new TraceContext("0".repeat(32), SPAN_ID, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TraceContext(TRACE_ID, SPAN_ID + "0", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TraceContext(TRACE_ID, SPAN_ID, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
