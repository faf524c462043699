package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.DemoReport.Posted;
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
  /** How often the API is asked at most, where it misbehaves. */
  private static final int ROUNDS = 12;

  /** A little longer than a record is left to the other channels before the API is asked. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(6);

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
    Campaign campaign =
        Campaign.planned(plan.orders(), plan.seed(), target.keys(), plan.allFaults());
    Posted posted = post(campaign, progress);
    Settling settling = settling();
    breakOnPurpose(false);
    settle(settling);
    breakOnPurpose(true);
    Outcome outcome = settling.await();
    Findings findings = Comparison.of(campaign, posted.receipts(), outcome);
    return DemoReport.of(campaign, plan.seed(), posted, outcome, findings);
  }

  private Posted post(Campaign campaign, DemoProgress progress) throws InterruptedException {
    long start = System.nanoTime();
    progress.begin(campaign.postings());
    try {
      List<Receipt> receipts =
          new ProviderEmulator(target.wires(), RetryPolicy.hurried())
              .carryOut(campaign, receipt -> progress.step());
      return new Posted(receipts, Duration.ofNanos(System.nanoTime() - start));
    } finally {
      progress.end();
    }
  }

  private void breakOnPurpose(boolean atLast) {
    Sabotage sabotage = plan.sabotage();
    if (sabotage != null && sabotage.comesLast() == atLast) {
      sabotage.commit(target);
    }
  }

  private Settling settling() {
    LedgerScan ledger = new LedgerScan(target.tables(), target.table());
    QueueReader queue = new QueueReader(target.queues(), target.queue());
    return new Settling(ledger, queue, PATIENCE);
  }

  /** Lets the API be asked until it has nothing to add. */
  private void settle(Settling settling) {
    boolean done = !plan.asks();
    for (int round = 1; !done && round <= ROUNDS; round++) {
      var _ = settling.await();
      done = target.reconciler().findsNothing(BETWEEN_LOOKS.multipliedBy(round));
    }
  }
}
