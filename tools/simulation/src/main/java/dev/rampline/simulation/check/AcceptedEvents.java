package dev.rampline.simulation.check;

import dev.rampline.simulation.provider.SimulatedCustomer;
import dev.rampline.simulation.provider.SimulatedEvent;
import dev.rampline.simulation.provider.SimulatedKycEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The events that were answered with 200, which Rampline must keep, and those that reached it: one
 * that was not answered may have been recorded all the same.
 */
public final class AcceptedEvents {
  private final Set<SimulatedEvent> accepted = new LinkedHashSet<>();
  private final Set<SimulatedEvent> delivered = new LinkedHashSet<>();

  /** Records that an event reaches Rampline. */
  public void deliver(SimulatedEvent event) {
    delivered.add(event);
  }

  /** Records that an event was answered with 200. */
  public void add(SimulatedEvent event) {
    accepted.add(event);
  }

  /** All accepted events. */
  public List<SimulatedEvent> all() {
    return List.copyOf(accepted);
  }

  /** The accepted events of a subject that its record must show. */
  public <W extends SimulatedEvent> List<W> forSubject(String subject, Class<W> kind) {
    return accepted.stream()
        .filter(event -> event.isPlaced() && event.subject().equals(subject))
        .map(kind::cast)
        .toList();
  }

  /** The subjects of a customer that accepted events name together. */
  public List<Set<String>> links(SimulatedCustomer customer) {
    return links(accepted, customer);
  }

  /** The subjects of a customer that delivered events name together. */
  public List<Set<String>> possibleLinks(SimulatedCustomer customer) {
    return links(delivered, customer);
  }

  private static List<Set<String>> links(Set<SimulatedEvent> events, SimulatedCustomer customer) {
    return events.stream()
        .filter(event -> event.isRecorded() && customer.subjects().contains(event.subject()))
        .map(event -> SimulatedCustomer.subjects(((SimulatedKycEvent) event).ids()))
        .toList();
  }

  /** The number of accepted events. */
  public int size() {
    return accepted.size();
  }
}
