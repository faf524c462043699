package dev.rampline.simulation.check;

import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table.TableWrite;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks every write: versions never decrease, and no terminal state is left (I2, I3). */
public final class LedgerWriteChecker implements Consumer<TableWrite> {
  private static final Set<String> TERMINAL_STATES =
      Set.of("completed", "failed", "cancelled", "expired");

  /**
   * The API status of an expired order; the ledger keeps the more specific state ({@code
   * docs/architecture.md#orders}).
   */
  private static final Set<String> API_STATES_FOR_EXPIRED = Set.of("failed", "cancelled");

  private final InvariantViolations findings;

  public LedgerWriteChecker(InvariantViolations findings) {
    this.findings = findings;
  }

  @Override
  public void accept(TableWrite change) {
    if (change.subject().startsWith("order/") || change.subject().startsWith("kyc/")) {
      checkCounters(change);
      checkTerminalState(change);
    }
  }

  private void checkCounters(TableWrite change) {
    long revisions =
        ItemAttributes.revision(change.after()) - ItemAttributes.revision(change.before());
    long versions =
        ItemAttributes.version(change.after()) - ItemAttributes.version(change.before());
    findings.expect(
        revisions == 1, Invariant.I2, change.subject(), "the revision changed by " + revisions);
    findings.expect(
        versions == 0 || versions == 1 || (versions > 1 && joinsIds(change)),
        Invariant.I2,
        change.subject(),
        "the version changed by " + versions);
  }

  /** Joined records of a customer continue with the greatest version. */
  private static boolean joinsIds(TableWrite change) {
    return change.after().containsKey("aliases");
  }

  private void checkTerminalState(TableWrite change) {
    String from = ItemAttributes.state(change.before());
    String to = ItemAttributes.state(change.after());
    boolean leaves =
        (TERMINAL_STATES.contains(from) || from.equals("refunded")) && !from.equals(to);
    findings.expect(
        !leaves || isAllowedTransition(from, to, change),
        Invariant.I3,
        change.subject(),
        from + " was left for " + to);
  }

  private static boolean isAllowedTransition(String from, String to, TableWrite change) {
    boolean refund = TERMINAL_STATES.contains(from) && to.equals("refunded");
    boolean sameEnd = API_STATES_FOR_EXPIRED.contains(from) && to.equals("expired");
    return refund || sameEnd || isConflictResolution(change, to);
  }

  private static boolean isConflictResolution(TableWrite change, String to) {
    Map<String, AttributeValue> last = ItemAttributes.last(change.after());
    Map<String, AttributeValue> conflict = ItemAttributes.map(change.after(), "conflict");
    boolean recorded = !ItemAttributes.map(change.before(), "conflict").isEmpty();
    boolean fetched = ItemAttributes.text(last, "trust").equals("fetched");
    return recorded && fetched && ItemAttributes.text(conflict, "resolvedState").equals(to);
  }
}
