package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.Story;
import dev.rampline.devkit.emulator.Truth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The comparison on real stores: clean as they are, and not after a fault. */
class SabotageTest {
  private static final DemoStores STORES = new DemoStores();

  @BeforeEach
  void tell() {
    STORES.record("order/1", "processing", 2);
    STORES.message("order/1", "awaiting-payment", 1);
    STORES.message("order/1", "processing", 2);
  }

  @AfterAll
  static void close() {
    STORES.close();
  }

  @Test
  void comparison_ofUntouchedStores_isClean() {
    assertThat(findings().areClean()).isTrue();
  }

  @Test
  void comparison_afterAMessageWasTaken_findsItLost() {
    Sabotage.LOSE.commit(STORES.target());

    assertThat(findings().lost()).containsExactly("order/1/1: no such message");
  }

  @Test
  void comparison_afterAMessageWasCopied_findsItDoubled() {
    Sabotage.DOUBLE.commit(STORES.target());

    assertThat(findings().doubled()).containsExactly("order/1/1: sent twice");
  }

  @Test
  void comparison_afterARecordWasAltered_findsItWrong() {
    Sabotage.WRONG.commit(STORES.target());

    assertThat(findings().wrong())
        .contains("order/1 (a story): state unknown and not [processing]");
  }

  private Findings findings() {
    DemoTarget target = STORES.target();
    LedgerScan ledger = new LedgerScan(target.tables(), target.table());
    QueueReader queue = new QueueReader(target.queues(), target.queue());
    Outcome outcome = new Settling(ledger, queue, Duration.ofSeconds(1)).await();
    Truth truth = new Truth("order/1", "processing", Set.of(), Map.of("orderId", "1"));
    Story story = new Story("a story", truth, List.of(), false);
    Campaign campaign = new Campaign(List.of(story), List.of(), Set.of(), Set.of());
    return Comparison.of(campaign, List.of(), outcome);
  }
}
