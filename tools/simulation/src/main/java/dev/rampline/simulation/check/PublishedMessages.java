package dev.rampline.simulation.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.simulation.cloud.SimulatedFifoQueue;
import dev.rampline.simulation.cloud.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The messages that consumers received; checks that they are complete (I2). */
public final class PublishedMessages {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<SimulatedFifoQueue.SentMessage> sent;
  private final Map<String, List<JsonNode>> dataBySubject = new TreeMap<>();
  private final Map<String, JsonNode> newest = new TreeMap<>();

  public PublishedMessages(List<SimulatedFifoQueue.SentMessage> sent) {
    this.sent = sent;
    for (SimulatedFifoQueue.SentMessage message : sent) {
      JsonNode event = parse(message.body());
      String subject = event.path("subject").asText();
      newest.merge(subject, event, PublishedMessages::newer);
      dataBySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(event.path("data"));
    }
  }

  /** All messages of a subject in order. */
  List<JsonNode> all(String subject) {
    return dataBySubject.getOrDefault(subject, List.of());
  }

  /** The state of a subject in the message with the greatest sequence. */
  public Optional<JsonNode> newest(String subject) {
    return Optional.ofNullable(newest.get(subject)).map(event -> event.path("data"));
  }

  /** All subjects with messages. */
  Set<String> subjects() {
    return newest.keySet();
  }

  /**
   * Compares the messages with the written versions.
   *
   * @param givenUp messages that may be missing; an operator resends only the newest of each
   *     subject
   */
  public void check(
      List<Table.TableWrite> stream, Set<String> givenUp, InvariantViolations findings) {
    Set<String> expectedIds =
        stream.stream()
            .filter(Table.TableWrite::hasNewVersion)
            .filter(change -> !change.isForeign())
            .map(Table.TableWrite::messageId)
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    Map<String, String> bodies = new HashMap<>();
    for (SimulatedFifoQueue.SentMessage message : sent) {
      check(message, bodies, expectedIds, findings);
    }
    expectedIds.stream()
        .filter(id -> !bodies.containsKey(id) && !givenUp.contains(id))
        .forEach(id -> findings.add(Invariant.I2, subject(id), id + " never reached the queue"));
  }

  private static void check(
      SimulatedFifoQueue.SentMessage message,
      Map<String, String> bodies,
      Set<String> expectedIds,
      InvariantViolations findings) {
    String id = parse(message.body()).path("id").asText();
    String subject = message.group();
    findings.expect(
        expectedIds.contains(id),
        Invariant.I2,
        subject,
        id + " was sent, but no such version was written");
    findings.expect(
        id.equals(message.deduplicationId()),
        Invariant.I2,
        subject,
        id + " was sent with the deduplication ID " + message.deduplicationId());
    String before = bodies.putIfAbsent(id, message.body());
    findings.expect(
        before == null || before.equals(message.body()),
        Invariant.I2,
        subject,
        id + " was sent with different bytes");
  }

  private static String subject(String id) {
    return id.substring(0, id.lastIndexOf('/'));
  }

  private static JsonNode newer(JsonNode one, JsonNode other) {
    return one.path("sequence").asText().compareTo(other.path("sequence").asText()) < 0
        ? other
        : one;
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A message is not JSON", broken);
    }
  }
}
