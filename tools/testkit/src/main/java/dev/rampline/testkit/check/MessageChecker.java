package dev.rampline.testkit.check;

import dev.rampline.testkit.check.Violation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Checks that the messages are those of the written versions, each as it was written. */
final class MessageChecker {
  private final Map<String, String> bodies = new HashMap<>();
  private final Set<String> writtenIds;
  private final boolean mayRepeat;
  private final Violations violations;

  MessageChecker(Set<String> writtenIds, boolean mayRepeat, Violations violations) {
    this.writtenIds = writtenIds;
    this.mayRepeat = mayRepeat;
    this.violations = violations;
  }

  void check(ObservedMessage message) {
    String id = message.id();
    expect(
        writtenIds.contains(id),
        Kind.MESSAGE_WRONG,
        message,
        "was sent, but no such version was written");
    expect(
        id.equals(Objects.requireNonNullElse(message.deduplicationId(), id)),
        Kind.MESSAGE_WRONG,
        message,
        "was sent with the deduplication ID " + message.deduplicationId());
    expect(
        message.subject().equals(Objects.requireNonNullElse(message.group(), message.subject())),
        Kind.MESSAGE_WRONG,
        message,
        "was sent in the group " + message.group());
    String before = bodies.putIfAbsent(id, message.body());
    expect(before == null || mayRepeat, Kind.MESSAGE_DUPLICATED, message, "was sent twice");
    expect(
        before == null || before.equals(message.body()),
        Kind.MESSAGE_WRONG,
        message,
        "was sent with different bytes");
  }

  /**
   * Checks the versions that were sent of a subject: each changes what the one before it says. Only
   * an undocumented term is announced without a change; and the records of a customer's ids have
   * one version, which a change of any of them raises.
   */
  void checkChanges(List<ObservedMessage> messages) {
    for (int index = 1; index < messages.size(); index++) {
      ObservedMessage before = messages.get(index - 1);
      ObservedMessage message = messages.get(index);
      expect(
          message.version() != before.version() + 1
              || message.type().endsWith(".unrecognized")
              || message.subject().startsWith("kyc/")
              || !message.content().equals(before.content()),
          Kind.MESSAGE_DUPLICATED,
          message,
          "equals the version before it");
    }
  }

  /** Checks that no version is missing, except for those that were given up. */
  void checkMissing(Set<String> givenUp) {
    writtenIds.stream()
        .filter(id -> !bodies.containsKey(id) && !givenUp.contains(id))
        .forEach(
            id ->
                violations.add(
                    Kind.MESSAGE_LOST,
                    id.substring(0, id.lastIndexOf('/')),
                    id + " never reached the queue"));
  }

  private void expect(boolean holds, Kind kind, ObservedMessage message, String text) {
    violations.expect(holds, kind, message.subject(), message.id() + " " + text);
  }
}
