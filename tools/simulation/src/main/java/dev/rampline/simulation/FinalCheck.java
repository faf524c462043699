package dev.rampline.simulation;

import dev.rampline.simulation.check.CanaryChecker;
import dev.rampline.simulation.check.DeadLetterChecker;
import dev.rampline.simulation.check.InvariantViolations;
import dev.rampline.simulation.check.KycOracle;
import dev.rampline.simulation.check.OrderOracle;
import dev.rampline.simulation.check.PublishedMessages;
import dev.rampline.simulation.check.UnverifiedEventChecker;
import dev.rampline.simulation.provider.SimulatedCustomer;
import dev.rampline.simulation.provider.SimulatedOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the outcome of a simulation run after all faults have stopped and all retries have
 * finished.
 */
final class FinalCheck {
  private final SimulationContext context;
  private final boolean hasReconciliation;
  private final InvariantViolations violations;
  private final PublishedMessages messages;

  FinalCheck(SimulationContext context, boolean reconciles) {
    this.context = context;
    this.hasReconciliation = reconciles;
    this.violations = context.violations();
    this.messages = new PublishedMessages(context.cloud().queue().sent());
  }

  /**
   * Records all violations.
   *
   * @param trimmed the messages that expired from the stream before the relay could send them
   */
  void run(List<String> trimmed) {
    DeadLetterChecker deadLetters =
        new DeadLetterChecker(context.cloud().standardQueues().sentTo("rampline-relay-dead"));
    deadLetters.check(context.cloud().table().stream(), context.cloud().queue(), violations);
    Set<String> givenUp = new HashSet<>(trimmed);
    givenUp.addAll(deadLetters.ids());
    messages.check(context.cloud().table().stream(), givenUp, violations);
    checkOrders();
    checkCustomers(givenUp);
    new CanaryChecker(violations).check(context.cloud(), context.logEntries());
  }

  private void checkOrders() {
    OrderOracle oracle = new OrderOracle(messages, violations);
    UnverifiedEventChecker unverifiedEvents = new UnverifiedEventChecker(violations);
    unverifiedEvents.check(messages, context.provider()::hasKnown);
    for (SimulatedOrder order : context.provider().orders()) {
      oracle.checkDurability(order, context.acceptedEvents());
      if (hasReconciliation) {
        oracle.checkReconciled(order);
        unverifiedEvents.checkResolved(messages, order);
      }
    }
  }

  private void checkCustomers(Set<String> givenUp) {
    KycOracle oracle = new KycOracle(messages, violations);
    for (SimulatedCustomer customer : context.provider().customers()) {
      oracle.checkDurability(customer, context.acceptedEvents(), givenUp);
      if (hasReconciliation) {
        oracle.checkReconciled(customer);
      }
    }
  }
}
