package dev.rampline.simulation.check;

import dev.rampline.simulation.cloud.Cloud;
import dev.rampline.simulation.cloud.SimulatedFifoQueue;
import dev.rampline.simulation.provider.Canary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Searches all stores for data that must not reach them (I4, I6). */
public final class CanaryChecker {
  private static final String QUARANTINE = "rampline-quarantine";

  private final InvariantViolations findings;

  public CanaryChecker(InvariantViolations findings) {
    this.findings = findings;
  }

  /**
   * Searches all stores.
   *
   * @param customerIds ids that may be in stores, but not in log entries
   */
  public void check(Cloud cloud, List<String> lines, Set<String> customerIds) {
    for (Map<String, AttributeValue> image : cloud.table().allImages()) {
      check("the table", image.toString());
    }
    for (SimulatedFifoQueue.SentMessage message : cloud.queue().sent()) {
      check("the queue", message.body());
    }
    cloud
        .standardQueues()
        .byName()
        .forEach((queue, messages) -> messages.forEach(message -> checkQueue(queue, message)));
    for (String line : lines) {
      check("a log entry", line);
      findings.expect(
          !line.contains(Canary.LISTED),
          Invariant.I6,
          "",
          "a log entry contains personal data: " + line);
      findings.expect(
          customerIds.stream().noneMatch(line::contains),
          Invariant.I6,
          "",
          "a log entry contains a customer's id: " + line);
    }
  }

  /** The quarantine keeps whole payloads. */
  private void checkQueue(String queue, String message) {
    if (queue.equals(QUARANTINE)) {
      checkForgery(queue, message);
    } else {
      check(queue, message);
    }
  }

  private void check(String place, String text) {
    findings.expect(
        !text.contains(Canary.UNLISTED),
        Invariant.I6,
        "",
        place + " contains personal data: " + text);
    checkForgery(place, text);
  }

  private void checkForgery(String place, String text) {
    findings.expect(
        !text.contains(Canary.FORGED), Invariant.I4, "", place + " contains forged data: " + text);
  }
}
