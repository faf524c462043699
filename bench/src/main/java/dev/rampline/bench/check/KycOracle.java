package dev.rampline.bench.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampline.bench.provider.Customer;
import dev.rampline.bench.provider.KycWord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What consumers must know of a customer's KYC in the end: what was answered with 200 and no later
 * word has overtaken (I1), and what the provider's API says (I5). Written from design §4.3 and
 * provider.md §3.7 alone.
 */
public final class KycOracle {
  private final Messages messages;
  private final Findings findings;

  public KycOracle(Messages messages, Findings findings) {
    this.messages = messages;
    this.findings = findings;
  }

  /**
   * Whether what was answered with 200 is kept, and nothing is made up.
   *
   * @param givenUp messages that consumers never got: what those told, no other needs to tell
   */
  public void checkKept(Customer customer, Heard heard, Set<String> givenUp) {
    List<KycWord> accepted = heard.of(customer.subject(), KycWord.class);
    List<JsonNode> told = messages.all(customer.subject());
    boolean whole = givenUp.stream().noneMatch(id -> id.startsWith(customer.subject() + "/"));
    for (KycWord word : whole ? accepted : List.<KycWord>of()) {
      findings.expect(
          told.stream().anyMatch(message -> tells(message, word)) || isOvertaken(word, accepted),
          Invariant.I1,
          customer.subject(),
          word + " was accepted and is lost");
    }
    String state = newest(customer).path("state").asText("");
    findings.expect(
        told.isEmpty() || mayStand(state, customer, accepted),
        Invariant.I1,
        customer.subject(),
        "is " + state + ", which is neither the last that was said nor without a time");
  }

  /** Whether they are at what the API says, and nothing is left to be asked. */
  public void checkReconciled(Customer customer) {
    JsonNode told = newest(customer);
    boolean heardOf = !told.isMissingNode();
    boolean agrees =
        told.path("state").asText("").equals(customer.verdict().state())
            && told.path("confirmed").asBoolean()
            && told.path("unverified").isEmpty();
    findings.expect(
        !heardOf || !customer.isKnownToApi() || agrees,
        Invariant.I5,
        customer.subject(),
        "the provider has them " + customer.verdict() + ", and consumers were told " + told);
  }

  /** As a state, as a claim, or not at all, since a later word stood already. */
  private static boolean tells(JsonNode message, KycWord word) {
    String state = word.verdict().state();
    boolean claimed =
        message.path("unverified").valueStream().anyMatch(claim -> states(claim, state));
    return states(message, state) || claimed || isLater(message, word);
  }

  private static boolean isOvertaken(KycWord word, List<KycWord> accepted) {
    Instant at = word.at();
    return at != null && accepted.stream().map(KycWord::at).anyMatch(other -> isAfter(other, at));
  }

  private static boolean isAfter(@Nullable Instant other, Instant at) {
    return other != null && other.isAfter(at);
  }

  private static boolean states(JsonNode told, String state) {
    return told.path("state").asText().equals(state);
  }

  private static boolean isLater(JsonNode message, KycWord word) {
    JsonNode occurredAt = message.path("occurredAt");
    return word.at() != null
        && occurredAt.isTextual()
        && Instant.parse(occurredAt.asText()).isAfter(word.at());
  }

  /** What the API answers is its last verdict; what bears no time stands by its arrival. */
  private static boolean mayStand(String state, Customer customer, List<KycWord> accepted) {
    Instant least =
        accepted.stream()
            .map(KycWord::at)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    Predicate<KycWord> possible = word -> word.at() == null || !least.isAfter(word.at());
    return customer.words().stream()
        .filter(possible)
        .anyMatch(word -> word.verdict().state().equals(state));
  }

  private JsonNode newest(Customer customer) {
    return messages.newest(customer.subject()).orElse(MissingNode.getInstance());
  }
}
