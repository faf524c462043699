package dev.rampline.bench.check;

import dev.rampline.bench.cloud.Images;
import dev.rampline.bench.cloud.Table.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Looks at every write on a customer as it is made: no word leads back behind a later one, and none
 * without a time leads an answer back to the question (design §4.3).
 */
public final class KycSteps implements Consumer<Change> {
  private static final Set<String> ANSWERS = Set.of("approved", "rejected", "retry");

  private final Map<String, Instant> latest = new HashMap<>();
  private final Findings findings;

  public KycSteps(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void accept(Change change) {
    if (change.subject().startsWith("kyc/") && changesState(change)) {
      look(change, Images.map(change.after(), "last"));
    }
  }

  private static boolean changesState(Change change) {
    return !Images.state(change.before()).equals(Images.state(change.after()));
  }

  private void look(Change change, Map<String, AttributeValue> last) {
    String occurredAt = Images.text(last, "occurredAt");
    boolean fetched = Images.text(last, "trust").equals("fetched");
    if (!occurredAt.isEmpty()) {
      lookAtTime(change, Instant.parse(occurredAt), fetched);
    } else if (!fetched) {
      boolean leadsBack =
          ANSWERS.contains(Images.state(change.before()))
              && Images.state(change.after()).equals("submitted");
      expect(!leadsBack, change, "a word without a time leads back");
    }
  }

  private void lookAtTime(Change change, Instant at, boolean fetched) {
    Instant before = latest.merge(change.subject(), at, KycSteps::later);
    expect(fetched || !before.isAfter(at), change, "a word leads back to " + at);
  }

  private void expect(boolean holds, Change change, String what) {
    findings.expect(holds, Invariant.I3, change.subject(), change.messageId() + ": " + what);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
