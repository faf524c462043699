package dev.rampline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulatedEvent;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.EventSideEffects;
import dev.rampline.testkit.check.ExpectedOrder;
import dev.rampline.testkit.check.ExpectedOrder.OrderEvent;
import dev.rampline.testkit.provider.OrderReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the demo's comparison on real stores, with and without faults. */
class DemoFaultTest {
  private static final EmulatedEvent EVENT =
      new EmulatedEvent(
          "{}", Instant.EPOCH, new EventSideEffects(Map.of(), null, Optional.empty()));
  private static final DemoStores STORES = new DemoStores();

  @BeforeEach
  void fill() {
    STORES.record("order/1", "processing", 2);
    STORES.message("order/1", "awaiting-payment", 1);
    STORES.message("order/1", "processing", 2);
  }

  @AfterAll
  static void close() {
    STORES.close();
  }

  @Test
  void comparison_withoutAFault_findsNothing() {
    assertThat(findings().hasNoProblems()).isTrue();
  }

  @Test
  void comparison_afterARemovedMessage_findsItLost() {
    DemoFault.LOSE.inject(STORES.target());

    assertThat(findings().lost())
        .containsExactly("order/1 (a scenario): order/1/1 never reached the queue");
  }

  @Test
  void comparison_afterACopiedMessage_findsItDoubled() {
    DemoFault.DUPLICATE.inject(STORES.target());

    assertThat(findings().doubled())
        .containsExactly("order/1 (a scenario): order/1/1 was sent twice");
  }

  @Test
  void comparison_afterAnAlteredRecord_findsItWrong() {
    DemoFault.WRONG.inject(STORES.target());

    assertThat(findings().wrong())
        .containsExactly("order/1 (a scenario): order/1/2 says processing, the record unknown");
  }

  private DemoFindings findings() {
    DemoTarget target = STORES.target();
    LedgerScan ledger = new LedgerScan(target.tables(), target.table());
    QueueReader queue = new QueueReader(target.queues(), target.queue());
    Snapshot outcome = new QuiescenceWaiter(ledger, queue, Duration.ofSeconds(1)).await();
    List<OrderEvent> reported =
        List.of(
            new OrderEvent(OrderReport.CREATED, Map.of()),
            new OrderEvent(OrderReport.PROCESSING, Map.of()));
    EmulatedScenario scenario =
        new EmulatedScenario(
            "a scenario", new ExpectedOrder("order/1", reported), List.of(EVENT, EVENT), false);
    EmulationPlan plan = new EmulationPlan(List.of(scenario), List.of(), Set.of(), Set.of());
    return ResultVerifier.of(plan, List.of(), outcome);
  }
}
