package dev.rampline.simulation.check;

import dev.rampline.simulation.provider.SimulatedEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which words were answered with 200: those are Rampline's to keep. */
public final class AcceptedEvents {
  private final Set<SimulatedEvent> accepted = new LinkedHashSet<>();

  /** A word was answered with 200. */
  public void add(SimulatedEvent word) {
    accepted.add(word);
  }

  /** Those of a subject. */
  <W extends SimulatedEvent> List<W> forSubject(String subject, Class<W> kind) {
    return accepted.stream()
        .filter(word -> word.subject().equals(subject))
        .map(kind::cast)
        .toList();
  }

  /** How many there are. */
  public int size() {
    return accepted.size();
  }
}
