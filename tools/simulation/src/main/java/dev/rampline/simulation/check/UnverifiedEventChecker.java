package dev.rampline.simulation.check;

import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table.TableWrite;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks that socket events are stored as unverified and change nothing else (I4). */
public final class UnverifiedEventChecker implements Consumer<TableWrite> {
  private static final Set<String> ALLOWED_CHANGES =
      Set.of(
          "subject",
          "revision",
          "version",
          "updatedAt",
          "writes",
          "last",
          "unverified",
          "open",
          "nextCheckAt");

  private static final Map<String, AttributeValue> EMPTY_ITEM =
      Map.of("state", AttributeValue.fromS("unknown"));

  private final InvariantViolations findings;

  public UnverifiedEventChecker(InvariantViolations findings) {
    this.findings = findings;
  }

  @Override
  public void accept(TableWrite change) {
    boolean ofSocket =
        ItemAttributes.text(ItemAttributes.last(change.after()), "channel").equals("socket")
            && !change.isForeign()
            && change.hasNewVersion();
    findings.expect(
        !ofSocket || verifiedAttributes(change.before()).equals(verifiedAttributes(change.after())),
        Invariant.I4,
        change.subject(),
        change.messageId() + " trusts the socket");
  }

  private static Map<String, AttributeValue> verifiedAttributes(
      @Nullable Map<String, AttributeValue> item) {
    Map<String, AttributeValue> trusted = new HashMap<>(item == null ? EMPTY_ITEM : item);
    trusted.keySet().removeAll(ALLOWED_CHANGES);
    return trusted;
  }
}
