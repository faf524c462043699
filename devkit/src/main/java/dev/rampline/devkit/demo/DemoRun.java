package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.ProviderEmulator;
import dev.rampline.devkit.emulator.Receipt;
import dev.rampline.devkit.emulator.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** One demo: everything is posted, all becomes quiet, and what came of it is judged. */
public final class DemoRun {
  private static final int LANES_AT_ONCE = 8;

  /** As long as the stream may take to bring what an inline send missed. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final DemoTarget target;
  private final DemoPlan plan;

  public DemoRun(DemoTarget target, DemoPlan plan) {
    this.target = Objects.requireNonNull(target, "target");
    this.plan = Objects.requireNonNull(plan, "plan");
  }

  /**
   * Runs it to its end.
   *
   * @param progress sees how far it is
   */
  public DemoReport run(DemoProgress progress) throws InterruptedException {
    Campaign campaign = Campaign.planned(plan.orders(), plan.seed(), target.keys());
    long start = System.nanoTime();
    List<Receipt> receipts = post(campaign, progress);
    Duration posting = Duration.ofNanos(System.nanoTime() - start);
    if (plan.sabotage() != null) {
      plan.sabotage().commit(target);
    }
    Outcome outcome = settle();
    Findings findings = Comparison.of(campaign.stories(), receipts, outcome);
    return DemoReport.of(plan, receipts, posting, outcome, findings);
  }

  private List<Receipt> post(Campaign campaign, DemoProgress progress) throws InterruptedException {
    progress.begin(campaign.postings());
    try {
      return new ProviderEmulator(target.receiver(), RetryPolicy.hurried(), LANES_AT_ONCE)
          .carryOut(campaign, receipt -> progress.step());
    } finally {
      progress.end();
    }
  }

  private Outcome settle() {
    LedgerScan ledger = new LedgerScan(target.tables(), target.table());
    QueueReader queue = new QueueReader(target.queues(), target.queue());
    return new Settling(ledger, queue, PATIENCE).await();
  }
}
