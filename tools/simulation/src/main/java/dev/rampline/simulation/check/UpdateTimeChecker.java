package dev.rampline.simulation.check;

import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table.TableWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks the time of a record's last write: {@code republish --since} finds everything that was
 * written since, whenever it was received (I9).
 */
public final class UpdateTimeChecker implements Consumer<TableWrite> {
  private static final String UPDATED_AT = "updatedAt";

  /** The time between the decision and the request. */
  private static final Duration MAX_LAG = Duration.ofSeconds(5);

  private final InvariantViolations findings;

  public UpdateTimeChecker(InvariantViolations findings) {
    this.findings = findings;
  }

  @Override
  public void accept(TableWrite change) {
    if (change.isForeign() || !change.after().containsKey(UPDATED_AT)) {
      return;
    }
    Instant updatedAt = updatedAt(change.after());
    expect(
        !updatedAt.isBefore(updatedAt(change.before())), change, "the time of the write goes back");
    expect(
        !updatedAt.isBefore(change.requestedAt().minus(MAX_LAG)),
        change,
        "was written at %s as %s".formatted(change.requestedAt(), updatedAt));
  }

  private static Instant updatedAt(@Nullable Map<String, AttributeValue> item) {
    String text = ItemAttributes.text(item, UPDATED_AT);
    return text.isEmpty() ? Instant.MIN : Instant.parse(text);
  }

  private void expect(boolean holds, TableWrite change, String what) {
    findings.expect(holds, Invariant.I9, change.subject(), change.messageId() + ": " + what);
  }
}
