package dev.rampline.bench.check;

import dev.rampline.bench.cloud.Images;
import dev.rampline.bench.cloud.Table.Change;
import dev.rampline.bench.provider.Order;
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
public final class Claims implements Consumer<Change> {
  private static final Set<String> MAY_CHANGE =
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

  private static final Map<String, AttributeValue> NOTHING =
      Map.of("state", AttributeValue.fromS("unknown"));

  private final Findings findings;

  public Claims(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void accept(Change change) {
    boolean ofSocket =
        Images.text(Images.map(change.after(), "last"), "channel").equals("socket")
            && !change.isStrange()
            && change.makesVersion();
    findings.expect(
        !ofSocket || believes(change.before()).equals(believes(change.after())),
        Invariant.I4,
        change.subject(),
        change.messageId() + " believes the socket");
  }

  /** Whether nothing is believed of orders that nobody has. */
  public void check(Messages messages, Predicate<String> known) {
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
  public void checkAnswered(Messages messages, Order order) {
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

  private static Map<String, AttributeValue> believes(@Nullable Map<String, AttributeValue> item) {
    Map<String, AttributeValue> believed = new HashMap<>(item == null ? NOTHING : item);
    believed.keySet().removeAll(MAY_CHANGE);
    return believed;
  }
}
