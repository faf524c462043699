package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run reports the open conflict that it leaves, and since when it is open. */
class OldestConflictTest extends ReconciliationFixture {
  private static final Instant LONG_AGO = START.minus(Duration.ofDays(300));
  private static final WaitingSubject CONFLICT = new WaitingSubject(Subject.order("o-1"), START);

  @BeforeEach
  void createConflicts() {
    provider.setListing(false);
    contradict("o-1");
    after(Duration.ofMinutes(10));
    contradict("o-2");
  }

  @Test
  void settledConflict_isNotReported() {
    provider.addOrder("o-1", "COMPLETED", LONG_AGO);
    provider.addOrder("o-2", "COMPLETED", LONG_AGO);

    assertThat(run().oldestConflict()).isNull();
  }

  @Test
  void conflictThatTheApiLeavesOpen_isReported_sinceItWasOpened() {
    provider.addOrder("o-1", "PROCESSING", LONG_AGO);

    assertThat(run().oldestConflict()).isEqualTo(CONFLICT);
  }

  @Test
  void laterChangesOfTheOrder_doNotMakeItYounger() {
    provider.addOrder("o-1", "PROCESSING", LONG_AGO);
    run();
    after(Duration.ofMinutes(10));
    webhook("{\"eventName\":\"ORDER_FAILED\",\"orderId\":\"o-1\",\"status\":\"FAILED\"}");
    provider.addMember("o-1", "partnerOrderId", "p-1");

    assertThat(run().oldestConflict()).isEqualTo(CONFLICT);
    assertThat(order("o-1").terminalStates().conflictingStates()).hasSize(3);
  }

  @Test
  void conflictIsReported_evenIfTheApiIsUnavailable() {
    contradict("o-3");
    contradict("o-4");
    for (int order = 1; order <= 4; order++) {
      provider.failOn("o-" + order);
    }

    ReconciliationReport report = run();

    assertThat(report.failures().isStopped()).isTrue();
    assertThat(report.oldestConflict()).isEqualTo(CONFLICT);
  }

  @Test
  void reopenedConflict_isOpenSinceThen() {
    provider.addOrder("o-1", "COMPLETED", LONG_AGO);
    provider.addOrder("o-2", "COMPLETED", LONG_AGO);
    run();
    after(Duration.ofHours(1));
    webhook("{\"eventName\":\"ORDER_FAILED\",\"orderId\":\"o-1\",\"status\":\"FAILED\"}");
    provider.addOrder("o-1", "PROCESSING", LONG_AGO);

    assertThat(Objects.requireNonNull(run().oldestConflict()).since()).isEqualTo(now);
  }

  private void contradict(String id) {
    webhook("{\"eventName\":\"ORDER_COMPLETED\",\"orderId\":\"%s\"}".formatted(id));
    webhook("{\"eventName\":\"ORDER_CANCELLED\",\"orderId\":\"%s\"}".formatted(id));
  }
}
