package dev.rampline.bench.check;

import dev.rampline.bench.cloud.Cloud;
import dev.rampline.bench.cloud.Queue;
import dev.rampline.bench.provider.Canary;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks for what should not have come this far (I4, I6). */
public final class Canaries {
  private final Findings findings;

  public Canaries(Findings findings) {
    this.findings = findings;
  }

  /** Looks everywhere. */
  public void check(Cloud cloud, List<String> lines) {
    for (Map<String, AttributeValue> image : cloud.table().everyImage()) {
      check("the table", image.toString());
    }
    for (Queue.Sent message : cloud.queue().sent()) {
      check("the queue", message.body());
    }
    for (String letter : cloud.letters().all()) {
      check("a queue of letters", letter);
    }
    for (String line : lines) {
      check("a line", line);
      findings.expect(
          !line.contains(Canary.LISTED), Invariant.I6, "", "a line holds personal data: " + line);
    }
  }

  private void check(String place, String text) {
    findings.expect(
        !text.contains(Canary.UNLISTED), Invariant.I6, "", place + " holds personal data: " + text);
    findings.expect(
        !text.contains(Canary.FORGED), Invariant.I4, "", place + " holds what was forged: " + text);
  }
}
