package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Campaign;
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
 * @param tellers who told of the state in which each stands, and who made good what was dropped
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
    Tellers tellers,
    Findings findings) {
  private static final int OK = 200;

  static DemoReport of(
      Campaign campaign, long seed, Posted posted, Outcome outcome, Findings findings) {
    List<Receipt> receipts = posted.receipts();
    List<Receipt> forgeries = receipts.stream().filter(receipt -> !receipt.genuine()).toList();
    List<Receipt> genuine = receipts.stream().filter(Receipt::genuine).toList();
    return new DemoReport(
        seed,
        campaign.stories().size(),
        genuine.stream().mapToLong(receipt -> receipt.answers().size()).sum(),
        forgeries.size(),
        forgeries.stream().filter(Receipt::refused).count(),
        outcome.messages().size(),
        accepted(genuine) * 1000 / Math.max(1, posted.duration().toMillis()),
        Latencies.of(receipts),
        Tellers.of(campaign, outcome),
        findings);
  }

  /**
   * What became of the webhooks.
   *
   * @param duration how long posting them took
   */
  record Posted(List<Receipt> receipts, Duration duration) {}

  private static long accepted(List<Receipt> receipts) {
    return receipts.stream()
        .flatMap(receipt -> receipt.answers().stream())
        .filter(answer -> answer.status() == OK)
        .count();
  }
}
