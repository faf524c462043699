package dev.rampline.simulation;

import dev.rampline.simulation.check.CanaryChecker;
import dev.rampline.simulation.check.CustomerAliasChecker;
import dev.rampline.simulation.check.DeadLetterChecker;
import dev.rampline.simulation.check.DeliveryOutcomeChecker;
import dev.rampline.simulation.check.Invariant;
import dev.rampline.simulation.cloud.Table.TableWrite;
import dev.rampline.simulation.provider.SimulatedCustomer;
import dev.rampline.simulation.provider.SimulatedEvent;
import dev.rampline.simulation.provider.SimulatedKycEvent;
import dev.rampline.simulation.provider.SimulatedOrder;
import dev.rampline.simulation.provider.SimulatedOrderEvent;
import dev.rampline.testkit.check.EndToEndChecker;
import dev.rampline.testkit.check.ExpectedCustomer;
import dev.rampline.testkit.check.ExpectedOrder;
import dev.rampline.testkit.check.ExpectedSubject;
import dev.rampline.testkit.check.ObservedMessage;
import dev.rampline.testkit.check.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the outcome of a simulation run after all faults have stopped and all retries have
 * finished.
 */
final class FinalCheck {
  private final SimulationContext context;
  private final boolean hasReconciliation;
  private final EndToEndChecker checker;

  FinalCheck(SimulationContext context, boolean reconciles) {
    this.context = context;
    this.hasReconciliation = reconciles;
    this.checker =
        new EndToEndChecker(
            context.cloud().queue().sent().stream()
                .map(sent -> ObservedMessage.of(sent.body(), sent.group(), sent.deduplicationId()))
                .toList());
  }

  /**
   * Records all violations.
   *
   * @param trimmed the messages that expired from the stream before the relay could send them
   */
  void run(List<String> trimmed) {
    List<TableWrite> stream = context.cloud().table().stream();
    DeadLetterChecker deadLetters =
        new DeadLetterChecker(context.cloud().standardQueues().sentTo("rampline-relay-dead"));
    deadLetters.check(stream, context.cloud().queue(), context.violations());
    // An operator sends only the newest of each subject again.
    Set<String> givenUp = new HashSet<>(trimmed);
    givenUp.addAll(deadLetters.ids());
    checker.checkMessages(writtenIds(stream), givenUp, true);
    checker.checkUnreported(List.of(), context.provider()::hasKnown);
    context.provider().orders().forEach(order -> check(expected(order), givenUp));
    context.provider().customers().forEach(customer -> check(customer, givenUp));
    new DeliveryOutcomeChecker(context.violations())
        .check(context.provider().events(), context.acceptedEvents().all(), context.cloud());
    checker.violations().forEach(this::record);
    new CanaryChecker(context.violations())
        .check(context.cloud(), context.logEntries(), customerIds());
  }

  private Set<String> customerIds() {
    return context.provider().customers().stream()
        .flatMap(customer -> customer.ids().values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> writtenIds(List<TableWrite> stream) {
    return stream.stream()
        .filter(change -> change.hasNewVersion() && !change.isForeign())
        .map(TableWrite::messageId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void check(ExpectedSubject expected, Set<String> givenUp) {
    checker.checkEvents(expected, givenUp);
    if (hasReconciliation) {
      checker.checkReconciled(expected);
    }
  }

  private ExpectedOrder expected(SimulatedOrder order) {
    return new ExpectedOrder(
        order.subject(),
        order.reports().stream().map(order::event).toList(),
        accepted(order.subject(), SimulatedOrderEvent.class)
            .map(event -> order.event(event.report()))
            .toList());
  }

  private void check(SimulatedCustomer customer, Set<String> givenUp) {
    CustomerAliasChecker aliases = new CustomerAliasChecker(context.violations());
    List<Set<String>> groups =
        CustomerAliasChecker.groups(customer, context.acceptedEvents().links(customer));
    List<Set<String>> possibleLinks =
        new ArrayList<>(context.acceptedEvents().possibleLinks(customer));
    possibleLinks.add(customer.linkedByApi());
    List<Set<String>> possibleGroups = CustomerAliasChecker.groups(customer, possibleLinks);
    for (Set<String> group : groups) {
      Set<String> possible =
          possibleGroups.stream()
              .filter(other -> other.containsAll(group))
              .findFirst()
              .orElseThrow();
      group.stream()
          .sorted()
          .forEach(id -> check(expected(customer, id, group, possible), givenUp));
      aliases.check(group, context.cloud().table());
    }
  }

  /** The customer by one id, with what must follow from events on linked ids. */
  private ExpectedCustomer expected(
      SimulatedCustomer customer, String subject, Set<String> group, Set<String> possibleGroup) {
    List<SimulatedKycEvent> accepted = accepted(Set.of(subject));
    return new ExpectedCustomer(
        subject,
        accepted.stream()
            .map(SimulatedKycEvent::ids)
            .reduce(FinalCheck::common)
            .orElse(customer.idOf(subject)),
        false,
        reported(customer.events()),
        reported(accepted),
        new ExpectedCustomer.Aliases(
            without(subject, possibleGroup),
            reported(accepted(without(subject, group))),
            reported(accepted(without(subject, possibleGroup)))));
  }

  private static Set<String> without(String subject, Set<String> group) {
    return group.stream()
        .filter(other -> !other.equals(subject))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<ExpectedCustomer.KycEvent> reported(List<SimulatedKycEvent> events) {
    return events.stream().map(SimulatedKycEvent::toReported).toList();
  }

  private static Map<String, String> common(Map<String, String> one, Map<String, String> other) {
    Map<String, String> common = new HashMap<>(one);
    common.keySet().retainAll(other.keySet());
    return common;
  }

  private List<SimulatedKycEvent> accepted(Set<String> subjects) {
    return subjects.stream()
        .sorted()
        .flatMap(subject -> accepted(subject, SimulatedKycEvent.class))
        .toList();
  }

  private <E extends SimulatedEvent> Stream<E> accepted(String subject, Class<E> kind) {
    return context.acceptedEvents().forSubject(subject, kind).stream();
  }

  private void record(Violation violation) {
    Invariant invariant =
        switch (violation.kind()) {
          case EVENT_LOST, STATE_WRONG -> Invariant.I1;
          case MESSAGE_LOST, MESSAGE_DUPLICATED, MESSAGE_WRONG -> Invariant.I2;
          case FORGERY_ACCEPTED -> Invariant.I4;
          case NOT_RECONCILED -> Invariant.I5;
        };
    context.violations().add(invariant, violation.subject(), violation.text());
  }
}
