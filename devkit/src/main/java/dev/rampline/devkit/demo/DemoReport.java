package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Receipt;
import java.time.Duration;
import java.util.List;

/**
 * What came of a demo.
 *
 * @param seed that makes it happen again
 * @param stories how many were told
 * @param deliveries how many requests the provider made, retries among them
 * @param forgeries how many lies somebody else posted
 * @param refused how many of those were turned away
 * @param messages how many the queue held
 * @param acceptedPerSecond how many requests were answered 200 in a second
 * @param answers how long they took
 * @param findings what is not as it should be
 */
public record DemoReport(
    long seed,
    int stories,
    long deliveries,
    long forgeries,
    long refused,
    int messages,
    long acceptedPerSecond,
    Latencies answers,
    Findings findings) {
  private static final int OK = 200;

  static DemoReport of(
      DemoPlan plan, List<Receipt> receipts, Duration posting, Outcome outcome, Findings findings) {
    List<Receipt> forgeries = receipts.stream().filter(receipt -> !receipt.genuine()).toList();
    List<Receipt> genuine = receipts.stream().filter(Receipt::genuine).toList();
    return new DemoReport(
        plan.seed(),
        plan.orders(),
        genuine.stream().mapToLong(receipt -> receipt.answers().size()).sum(),
        forgeries.size(),
        forgeries.stream().filter(Receipt::refused).count(),
        outcome.messages().size(),
        accepted(genuine) * 1000 / Math.max(1, posting.toMillis()),
        Latencies.of(receipts),
        findings);
  }

  private static long accepted(List<Receipt> receipts) {
    return receipts.stream()
        .flatMap(receipt -> receipt.answers().stream())
        .filter(answer -> answer.status() == OK)
        .count();
  }
}
