package dev.rampline.simulation.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.simulation.cloud.SimulatedFifoQueue;
import dev.rampline.simulation.cloud.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that the relay dead-bodies every record that cannot be sent, and nothing else ({@code
 * docs/architecture.md#queues}).
 */
public final class DeadLetterChecker {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<JsonNode> messages;

  public DeadLetterChecker(List<String> bodies) {
    this.messages = bodies.stream().map(DeadLetterChecker::parse).toList();
  }

  /** The IDs of the messages that consumers never receive. */
  public Set<String> ids() {
    return messages.stream().map(DeadLetterChecker::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The subjects of the dead-lettered messages. */
  public Set<String> subjects() {
    return messages.stream()
        .map(message -> message.path("subject").asText())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Checks that every unreadable record is dead-lettered, and no message that the queue would
   * accept.
   */
  public void check(
      List<Table.TableWrite> stream, SimulatedFifoQueue queue, InvariantViolations findings) {
    Set<String> foreign =
        stream.stream()
            .filter(Table.TableWrite::isForeign)
            .map(Table.TableWrite::subject)
            .collect(Collectors.toUnmodifiableSet());
    foreign.stream()
        .filter(subject -> !subjects().contains(subject))
        .forEach(
            subject ->
                findings.add(Invariant.I2, subject, "was skipped without a dead-letter message"));
    for (JsonNode message : messages) {
      String subject = message.path("subject").asText();
      findings.expect(
          foreign.contains(subject) || queue.everRejected(id(message)),
          Invariant.I2,
          subject,
          id(message) + " was dead-lettered, but the queue would accept it");
    }
  }

  private static String id(JsonNode message) {
    return message.path("subject").asText() + "/" + message.path("version").asText();
  }

  private static JsonNode parse(String message) {
    try {
      return MAPPER.readTree(message);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A dead-lettered message is not JSON", broken);
    }
  }
}
