package dev.rampline.bench.check;

import dev.rampline.bench.cloud.Images;
import dev.rampline.bench.cloud.Table.Change;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks at every write as it is made: history never goes back, and no end is left (I2, I3). */
public final class Steps implements Consumer<Change> {
  private static final Set<String> FINALS = Set.of("completed", "failed", "cancelled", "expired");

  /** What the API says for an order that has expired: that name is the better one (design §4.3). */
  private static final Set<String> SAID_FOR_EXPIRED = Set.of("failed", "cancelled");

  private final Findings findings;

  public Steps(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void accept(Change change) {
    if (change.subject().startsWith("order/") || change.subject().startsWith("kyc/")) {
      counts(change);
      ends(change);
    }
  }

  private void counts(Change change) {
    long revisions = Images.revision(change.after()) - Images.revision(change.before());
    long versions = Images.version(change.after()) - Images.version(change.before());
    findings.expect(
        revisions == 1, Invariant.I2, change.subject(), "the revision moved by " + revisions);
    findings.expect(
        versions == 0 || versions == 1,
        Invariant.I2,
        change.subject(),
        "the version moved by " + versions);
  }

  private void ends(Change change) {
    String from = Images.state(change.before());
    String to = Images.state(change.after());
    boolean leaves = (FINALS.contains(from) || from.equals("refunded")) && !from.equals(to);
    findings.expect(
        !leaves || mayLeave(from, to, change),
        Invariant.I3,
        change.subject(),
        from + " was left for " + to);
  }

  private static boolean mayLeave(String from, String to, Change change) {
    boolean refund = FINALS.contains(from) && to.equals("refunded");
    boolean sameEnd = SAID_FOR_EXPIRED.contains(from) && to.equals("expired");
    return refund || sameEnd || settles(change, to);
  }

  private static boolean settles(Change change, String to) {
    Map<String, AttributeValue> last = Images.map(change.after(), "last");
    Map<String, AttributeValue> conflict = Images.map(change.after(), "conflict");
    boolean recorded = !Images.map(change.before(), "conflict").isEmpty();
    boolean fetched = Images.text(last, "trust").equals("fetched");
    return recorded && fetched && Images.text(conflict, "settled").equals(to);
  }
}
