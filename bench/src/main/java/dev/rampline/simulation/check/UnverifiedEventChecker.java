package dev.rampline.simulation.check;

import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table.TableWrite;
import dev.rampline.simulation.provider.SimulatedOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Nobody vouches for what the socket says: it is kept as a claim and changes nothing else (I4), and
 * the provider's API answers it (I5).
 */
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
          "lookAt");

  private static final Map<String, AttributeValue> EMPTY_ITEM =
      Map.of("state", AttributeValue.fromS("unknown"));

  private final InvariantViolations findings;

  public UnverifiedEventChecker(InvariantViolations findings) {
    this.findings = findings;
  }

  @Override
  public void accept(TableWrite change) {
    boolean ofSocket =
        ItemAttributes.text(ItemAttributes.map(change.after(), "last"), "channel").equals("socket")
            && !change.isForeign()
            && change.hasNewVersion();
    findings.expect(
        !ofSocket || verifiedAttributes(change.before()).equals(verifiedAttributes(change.after())),
        Invariant.I4,
        change.subject(),
        change.messageId() + " believes the socket");
  }

  /** Whether nothing is believed of orders that nobody has. */
  public void check(PublishedMessages messages, Predicate<String> known) {
    for (String subject : messages.subjects()) {
      String state = messages.newest(subject).orElseThrow().path("state").asText();
      findings.expect(
          state.equals("unknown") || !subject.startsWith("order/") || known.test(subject),
          Invariant.I4,
          subject,
          state + " was never said of anybody");
    }
  }

  /** Whether what is claimed of an order that the provider knows was answered. */
  public void checkResolved(PublishedMessages messages, SimulatedOrder order) {
    String standing =
        messages
            .newest(order.subject())
            .map(told -> told.path("unverified").toString())
            .orElse("[]");
    findings.expect(
        standing.equals("[]"),
        Invariant.I5,
        order.subject(),
        "claims stand that the provider could have answered: " + standing);
  }

  private static Map<String, AttributeValue> verifiedAttributes(
      @Nullable Map<String, AttributeValue> item) {
    Map<String, AttributeValue> believed = new HashMap<>(item == null ? EMPTY_ITEM : item);
    believed.keySet().removeAll(ALLOWED_CHANGES);
    return believed;
  }
}
