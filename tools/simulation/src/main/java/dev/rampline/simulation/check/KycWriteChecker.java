package dev.rampline.simulation.check;

import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table.TableWrite;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks every write on a customer: no event overrides a later one, and no event without a time
 * resets a decision to pending ({@code docs/architecture.md#kyc-rules}).
 */
public final class KycWriteChecker implements Consumer<TableWrite> {
  /** Of other customers the newest event prevails, since the API cannot be asked about them. */
  private static final String KNOWN_TO_API = "kyc/customer/";

  private static final Set<String> DECIDED_STATES = Set.of("approved", "rejected", "retry");

  private final Map<String, Instant> latest = new HashMap<>();
  private final InvariantViolations findings;

  public KycWriteChecker(InvariantViolations findings) {
    this.findings = findings;
  }

  @Override
  public void accept(TableWrite change) {
    if (change.subject().startsWith("kyc/") && hasNewState(change) && !joinsIds(change)) {
      checkWrite(change, ItemAttributes.last(change.after()));
    }
  }

  private static boolean hasNewState(TableWrite change) {
    return !ItemAttributes.state(change.before()).equals(ItemAttributes.state(change.after()));
  }

  /** The write shows what was known of another id, whatever the time of the event. */
  private static boolean joinsIds(TableWrite change) {
    return !Objects.equals(aliases(change.before()), aliases(change.after()));
  }

  private static @Nullable AttributeValue aliases(@Nullable Map<String, AttributeValue> item) {
    return item == null ? null : item.get("aliases");
  }

  private void checkWrite(TableWrite change, Map<String, AttributeValue> last) {
    String occurredAt = ItemAttributes.text(last, "occurredAt");
    boolean fetched = ItemAttributes.text(last, "trust").equals("fetched");
    if (!occurredAt.isEmpty()) {
      checkTime(change, Instant.parse(occurredAt), fetched);
    } else if (!fetched) {
      boolean leadsBack =
          change.subject().startsWith(KNOWN_TO_API)
              && DECIDED_STATES.contains(ItemAttributes.state(change.before()))
              && ItemAttributes.state(change.after()).equals("submitted");
      expect(!leadsBack, change, "an event without a time overrides a decision");
    }
  }

  private void checkTime(TableWrite change, Instant at, boolean fetched) {
    Instant before = latest.merge(change.subject(), at, KycWriteChecker::later);
    expect(fetched || !before.isAfter(at), change, "an event resets the state to the time " + at);
  }

  private void expect(boolean holds, TableWrite change, String what) {
    findings.expect(holds, Invariant.I3, change.subject(), change.messageId() + ": " + what);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
