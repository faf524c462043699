package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.WebhookDeliveryResult;
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
    FirstReporters tellers,
    DemoFindings findings) {
  private static final int OK = 200;

  static DemoReport of(
      EmulationPlan campaign,
      long seed,
      SentRequests posted,
      Snapshot outcome,
      DemoFindings findings) {
    List<WebhookDeliveryResult> receipts = posted.receipts();
    List<WebhookDeliveryResult> forgeries =
        receipts.stream().filter(receipt -> !receipt.genuine()).toList();
    List<WebhookDeliveryResult> genuine =
        receipts.stream().filter(WebhookDeliveryResult::genuine).toList();
    return new DemoReport(
        seed,
        campaign.scenarios().size(),
        genuine.stream().mapToLong(receipt -> receipt.answers().size()).sum(),
        forgeries.size(),
        forgeries.stream().filter(WebhookDeliveryResult::isRejected).count(),
        outcome.messages().size(),
        accepted(genuine) * 1000 / Math.max(1, posted.duration().toMillis()),
        Latencies.of(receipts),
        FirstReporters.of(campaign, outcome),
        findings);
  }

  /**
   * What became of the webhooks.
   *
   * @param duration how long posting them took
   */
  record SentRequests(List<WebhookDeliveryResult> receipts, Duration duration) {}

  private static long accepted(List<WebhookDeliveryResult> receipts) {
    return receipts.stream()
        .flatMap(receipt -> receipt.answers().stream())
        .filter(answer -> answer.status() == OK)
        .count();
  }
}
