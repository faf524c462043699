package dev.rampline.simulation.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.simulation.cloud.SimulatedFifoQueue;
import dev.rampline.simulation.cloud.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the relay has given up: all that can never be sent, and nothing else (design §6). */
public final class DeadLetterChecker {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<JsonNode> messages;

  public DeadLetterChecker(List<String> letters) {
    this.messages = letters.stream().map(DeadLetterChecker::parse).toList();
  }

  /** The ids of the messages that consumers wait for in vain. */
  public Set<String> ids() {
    return messages.stream().map(DeadLetterChecker::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Whom they are about. */
  public Set<String> subjects() {
    return messages.stream()
        .map(letter -> letter.path("subject").asText())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Looks whether what nobody can read is among them, and what the queue would take is not. */
  public void check(
      List<Table.TableWrite> stream, SimulatedFifoQueue queue, InvariantViolations findings) {
    Set<String> strange =
        stream.stream()
            .filter(Table.TableWrite::isForeign)
            .map(Table.TableWrite::subject)
            .collect(Collectors.toUnmodifiableSet());
    strange.stream()
        .filter(subject -> !subjects().contains(subject))
        .forEach(subject -> findings.add(Invariant.I2, subject, "was passed over in silence"));
    for (JsonNode letter : messages) {
      String subject = letter.path("subject").asText();
      findings.expect(
          strange.contains(subject) || queue.everRefused(id(letter)),
          Invariant.I2,
          subject,
          id(letter) + " was given up, though the queue would have taken it");
    }
  }

  private static String id(JsonNode letter) {
    return letter.path("subject").asText() + "/" + letter.path("version").asText();
  }

  private static JsonNode parse(String letter) {
    try {
      return MAPPER.readTree(letter);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A dead letter is no JSON", broken);
    }
  }
}
