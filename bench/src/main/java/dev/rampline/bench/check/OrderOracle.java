package dev.rampline.bench.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampline.bench.provider.Order;
import dev.rampline.bench.provider.OrderWord;
import dev.rampline.bench.provider.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What consumers must know of an order in the end: all that was answered with 200 (I1), and what
 * the provider's API says (I5). Written from design §4.3 and provider.md alone.
 */
public final class OrderOracle {
  private static final List<String> FACTS =
      List.of(
          "partnerOrderId",
          "fiatCurrency",
          "fiatAmount",
          "cryptoCurrency",
          "cryptoAmount",
          "network",
          "walletAddress",
          "transactionHash");

  private final Messages messages;
  private final Findings findings;

  public OrderOracle(Messages messages, Findings findings) {
    this.messages = messages;
    this.findings = findings;
  }

  /** Whether what was answered with 200 is kept, and nothing is made up. */
  public void checkKept(Order order, Heard heard) {
    String subject = "order/" + order.id();
    List<OrderWord> words = heard.of(subject, OrderWord.class);
    JsonNode told = messages.newest(subject).orElse(MissingNode.getInstance());
    for (OrderWord word : words) {
      findings.expect(
          isKept(word.stage(), told), Invariant.I1, subject, word + " was accepted and is lost");
    }
    FACTS.forEach(name -> checkFact(name, order, words, told));
    String state = told.path("state").asText("");
    findings.expect(
        told.isMissingNode() || possible(order).contains(state),
        Invariant.I1,
        subject,
        state + " was never said");
  }

  /** Whether it is at what the API says. */
  public void checkReconciled(Order order) {
    String subject = "order/" + order.id();
    JsonNode told = messages.newest(subject).orElse(MissingNode.getInstance());
    Stage inApi = inApi(order);
    String state = told.path("state").asText("nothing");
    findings.expect(
        agrees(order, inApi, state),
        Invariant.I5,
        subject,
        "is " + state + ", while the provider has it " + order.statusInApi());
    JsonNode conflict = told.path("conflict");
    findings.expect(
        !conflict.isObject() || !conflict.path("settled").isNull() || !inApi.isFinal(),
        Invariant.I5,
        subject,
        "a conflict stands that the provider could have settled");
  }

  private static boolean agrees(Order order, Stage inApi, String state) {
    if (state.equals(Stage.REFUNDED.state()) || state.equals(Stage.EXPIRED.state())) {
      Stage beyond = state.equals(Stage.REFUNDED.state()) ? Stage.REFUNDED : Stage.EXPIRED;
      return order.stages().contains(beyond)
          && (beyond == Stage.REFUNDED || inApi == Stage.CANCELLED);
    }
    return inApi.isFinal() ? state.equals(inApi.state()) : rank(state) >= inApi.rank();
  }

  private static boolean isKept(Stage stage, JsonNode told) {
    String state = told.path("state").asText("nothing");
    if (stage.isFinal()) {
      Set<String> ends = new HashSet<>(Set.of(state));
      told.path("conflict").path("finals").forEach(end -> ends.add(end.asText()));
      return ends.contains(stage.state()) || state.equals(Stage.REFUNDED.state());
    }
    return rank(state) >= stage.rank();
  }

  /** A fact is worth what the order had come to when it was told. */
  private void checkFact(String name, Order order, List<OrderWord> words, JsonNode told) {
    int least =
        words.stream()
            .filter(word -> word.facts().get(name) != null)
            .mapToInt(word -> word.stage().rank())
            .max()
            .orElse(-1);
    if (least < 0) {
      return;
    }
    Set<String> possible = new HashSet<>();
    for (Stage stage : order.stages()) {
      if (stage.rank() >= least || inApi(stage).rank() >= least) {
        possible.add(String.valueOf(facts(order, stage).get(name)));
      }
    }
    String held = told.path(name).asText("nothing");
    findings.expect(
        possible.contains(held),
        Invariant.I1,
        "order/" + order.id(),
        name + " is " + held + " and not " + possible);
  }

  private static Map<String, Object> facts(Order order, Stage stage) {
    return Objects.requireNonNull(order.facts(stage));
  }

  private static Set<String> possible(Order order) {
    Set<String> states = new HashSet<>(Set.of(Stage.IN_REVIEW.state()));
    for (Stage stage : order.stages()) {
      states.add(stage.state());
      states.add(inApi(stage).state());
    }
    return states;
  }

  private static Stage inApi(Order order) {
    return byStatus(order.statusInApi());
  }

  private static Stage inApi(Stage stage) {
    return stage.inApi().map(OrderOracle::byStatus).orElse(stage);
  }

  private static Stage byStatus(String status) {
    return status.equals("PENDING_PAYMENT") ? Stage.CREATED : Stage.valueOf(status);
  }

  private static int rank(String state) {
    for (Stage stage : Stage.values()) {
      if (stage.state().equals(state)) {
        return stage.rank();
      }
    }
    return -1;
  }
}
