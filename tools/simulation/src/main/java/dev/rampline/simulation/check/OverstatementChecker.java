package dev.rampline.simulation.check;

import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table.TableWrite;
import dev.rampline.simulation.provider.SimulatedEvent;
import dev.rampline.simulation.provider.SimulatedKycEvent;
import dev.rampline.simulation.provider.SimulatedOrderEvent;
import dev.rampline.simulation.provider.SimulatedProvider;
import dev.rampline.testkit.provider.OrderState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks every write of a signed event: it is about a subject that the provider has reported, and
 * no terminal state and no KYC state stands that neither a payload that can be understood nor the
 * API has reported (I7).
 */
public final class OverstatementChecker implements Consumer<TableWrite> {
  private static final Set<String> CLOSED =
      Set.of(
          "completed",
          "failed",
          "cancelled",
          "expired",
          "refunded",
          "submitted",
          "approved",
          "rejected",
          "retry");

  private final Map<String, Set<String>> fetched = new HashMap<>();
  private final SimulatedProvider provider;
  private final InvariantViolations findings;

  public OverstatementChecker(SimulatedProvider provider, InvariantViolations findings) {
    this.provider = provider;
    this.findings = findings;
  }

  @Override
  public void accept(TableWrite change) {
    if (change.isForeign() || !change.hasNewVersion()) {
      return;
    }
    String trust = ItemAttributes.text(ItemAttributes.last(change.after()), "trust");
    Set<String> states = closedStates(change.after());
    if (trust.equals("fetched")) {
      fetched.computeIfAbsent(change.subject(), _ -> new HashSet<>()).addAll(states);
    } else if (trust.equals("signed")) {
      states.removeAll(closedStates(change.before()));
      check(change, states);
    }
  }

  private void check(TableWrite change, Set<String> states) {
    List<SimulatedEvent> events = provider.eventsOf(change.subject());
    expect(!events.isEmpty(), change, "the provider never reported such a subject");
    Set<String> known = new HashSet<>();
    events.stream()
        .filter(SimulatedEvent::isPlaced)
        .flatMap(OverstatementChecker::states)
        .forEach(known::add);
    provider
        .subjectsOf(change.subject())
        .forEach(subject -> known.addAll(fetched.getOrDefault(subject, Set.of())));
    states.removeAll(known);
    expect(states.isEmpty(), change, "says " + states + ", which no understood event reports");
  }

  private static Stream<String> states(SimulatedEvent event) {
    return switch (event) {
      case SimulatedKycEvent kyc -> Stream.of(kyc.report().state());
      case SimulatedOrderEvent order ->
          Stream.concat(
                  Stream.of(order.report().state()),
                  order.report().status().map(OrderState::ofApiStatus).stream())
              .map(OrderState::text);
    };
  }

  private static Set<String> closedStates(@Nullable Map<String, AttributeValue> item) {
    Set<String> states = new HashSet<>(Set.of(ItemAttributes.state(item)));
    AttributeValue terminal = item == null ? null : item.get("terminalStates");
    if (terminal != null) {
      terminal.l().forEach(one -> states.add(ItemAttributes.text(one.m(), "state")));
    }
    states.retainAll(CLOSED);
    return states;
  }

  private void expect(boolean holds, TableWrite change, String what) {
    findings.expect(holds, Invariant.I7, change.subject(), change.messageId() + ": " + what);
  }
}
