package dev.rampline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.lifecycle.Decision;
import dev.rampline.verification.RejectionReason;
import org.junit.jupiter.api.Test;

/** The benchmarks do what their names say. */
class CoreBenchmarkTest {
  private final CoreBenchmark benchmark = new CoreBenchmark();

  @Test
  void events_changeTheState() {
    assertThat(benchmark.newOrder()).isInstanceOf(Decision.StateChanged.class);
    assertThat(benchmark.nextEvent())
        .isInstanceOf(Decision.StateChanged.class)
        .isEqualTo(benchmark.nextEventAes())
        .isEqualTo(benchmark.nextEventHmac());
    assertThat(benchmark.flatEvent()).isInstanceOf(Decision.StateChanged.class);
    assertThat(benchmark.largest()).isInstanceOf(Decision.StateChanged.class);
  }

  @Test
  void duplicate_changesNothing() {
    assertThat(benchmark.nextEventDuplicate()).isInstanceOf(Decision.Duplicate.class);
  }

  @Test
  void forgeries_areRejectedForTheirSignature() {
    assertThat(benchmark.nextEventForged().reason()).isEqualTo(RejectionReason.NO_KEY_FITS);
    assertThat(benchmark.largestForged().reason()).isEqualTo(RejectionReason.NO_KEY_FITS);
  }

  @Test
  void javaJwt_acceptsTheSameTokens() {
    assertThat(benchmark.newOrderJavaJwt().getClaim("eventName").asString())
        .isEqualTo("ORDER_CREATED");
    assertThat(benchmark.nextEventJavaJwt().getClaim("eventName").asString())
        .isEqualTo("ORDER_COMPLETED");
    assertThat(benchmark.flatEventJavaJwt().getClaim("eventName").asString())
        .isEqualTo("ORDER_PROCESSING");
    assertThat(benchmark.largestJavaJwt().getClaim("eventName").asString())
        .isEqualTo("ORDER_COMPLETED");
  }
}
