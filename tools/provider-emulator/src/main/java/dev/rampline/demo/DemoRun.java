package dev.rampline.demo;

import dev.rampline.demo.DemoReport.SentRequests;
import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.ProviderEmulator;
import dev.rampline.emulator.RetryPolicy;
import dev.rampline.emulator.WebhookDeliveryResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Runs one demo: sends all events, waits until they are processed, and verifies the results. */
public final class DemoRun {
  /** The maximum number of reconciliation runs when the API has faults. */
  private static final int ROUNDS = 12;

  /** Slightly longer than the time after which the due check queries the API about a record. */
  private static final Duration TIME_BETWEEN_ROUNDS = Duration.ofMinutes(6);

  /** The time that the stream may take to deliver a message that the inline send missed. */
  private static final Duration QUIET_PERIOD = Duration.ofSeconds(8);

  private final DemoTarget target;
  private final DemoPlan plan;

  public DemoRun(DemoTarget target, DemoPlan plan) {
    this.target = Objects.requireNonNull(target, "target");
    this.plan = Objects.requireNonNull(plan, "plan");
  }

  /**
   * Runs the demo to its end.
   *
   * @param progress receives the progress
   */
  public DemoReport run(DemoProgress progress) throws InterruptedException {
    EmulationPlan emulation =
        EmulationPlan.generate(plan.orders(), plan.seed(), target.keys(), plan.allFaults());
    SentRequests posted = post(emulation, progress);
    QuiescenceWaiter quiescence = quiescenceWaiter();
    injectFault(false);
    reconcileUntilQuiet(quiescence);
    injectFault(true);
    Snapshot outcome = quiescence.await();
    DemoFindings findings = ResultVerifier.of(emulation, posted.receipts(), outcome);
    return DemoReport.of(emulation, plan.seed(), posted, outcome, findings);
  }

  private SentRequests post(EmulationPlan emulation, DemoProgress progress)
      throws InterruptedException {
    long start = System.nanoTime();
    progress.begin(emulation.webhookCount());
    try {
      List<WebhookDeliveryResult> receipts =
          new ProviderEmulator(target.endpoints(), RetryPolicy.fast())
              .run(emulation, receipt -> progress.step());
      return new SentRequests(receipts, Duration.ofNanos(System.nanoTime() - start));
    } finally {
      progress.end();
    }
  }

  private void injectFault(boolean atLast) {
    DemoFault injector = plan.injectedFault();
    if (injector != null && injector.isInjectedLast() == atLast) {
      injector.inject(target);
    }
  }

  private QuiescenceWaiter quiescenceWaiter() {
    LedgerScan ledger = new LedgerScan(target.tables(), target.table());
    QueueReader queue = new QueueReader(target.queues(), target.queue());
    return new QuiescenceWaiter(ledger, queue, QUIET_PERIOD);
  }

  /** Runs reconciliation until it finds nothing more. */
  private void reconcileUntilQuiet(QuiescenceWaiter quiescence) {
    boolean done = !plan.isReconciliationEnabled();
    for (int round = 1; !done && round <= ROUNDS; round++) {
      var _ = quiescence.await();
      done = target.reconciler().reconcile(TIME_BETWEEN_ROUNDS.multipliedBy(round));
    }
  }
}
