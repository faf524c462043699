package dev.rampline.demo;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.WebhookDeliveryResult;
import java.time.Duration;
import java.util.List;

/**
 * The result of a demo.
 *
 * @param seed the seed that reproduces it
 * @param scenarios the number of scenarios
 * @param webhooks what became of the webhooks
 * @param messages the number of messages in the queue
 * @param firstReporters which channel reported each state first, and which recovered dropped events
 * @param findings the problems found
 */
public record DemoReport(
    long seed,
    int scenarios,
    Webhooks webhooks,
    int messages,
    FirstReporters firstReporters,
    DemoFindings findings) {
  private static final int OK = 200;

  static DemoReport of(
      EmulationPlan emulation,
      long seed,
      SentRequests posted,
      Snapshot outcome,
      DemoFindings findings) {
    List<WebhookDeliveryResult> receipts = posted.receipts();
    List<WebhookDeliveryResult> forgeries =
        receipts.stream().filter(receipt -> !receipt.genuine()).toList();
    List<WebhookDeliveryResult> genuine =
        receipts.stream().filter(WebhookDeliveryResult::genuine).toList();
    Webhooks webhooks =
        new Webhooks(
            genuine.stream().mapToLong(receipt -> receipt.answers().size()).sum(),
            forgeries.size(),
            forgeries.stream().filter(WebhookDeliveryResult::isRejected).count(),
            accepted(genuine) * 1000 / Math.max(1, posted.duration().toMillis()),
            Latencies.of(receipts));
    return new DemoReport(
        seed,
        emulation.scenarios().size(),
        webhooks,
        outcome.messages().size(),
        FirstReporters.of(emulation, outcome),
        findings);
  }

  /**
   * What became of the webhooks.
   *
   * @param deliveries the number of the provider's requests, including retries
   * @param forgeries the number of forged webhooks
   * @param rejected the number of rejected forgeries
   * @param acceptedPerSecond the number of requests answered 200 per second
   * @param latencies the response times
   */
  public record Webhooks(
      long deliveries,
      long forgeries,
      long rejected,
      long acceptedPerSecond,
      Latencies latencies) {}

  /**
   * The results of the webhooks.
   *
   * @param duration how long sending took
   */
  record SentRequests(List<WebhookDeliveryResult> receipts, Duration duration) {}

  private static long accepted(List<WebhookDeliveryResult> receipts) {
    return receipts.stream()
        .flatMap(receipt -> receipt.answers().stream())
        .filter(answer -> answer.status() == OK)
        .count();
  }
}
