package dev.rampline.demo;

import dev.rampline.demo.QuiescenceWaiter.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the queue contained each record version exactly once, and that the last message
 * equals the record.
 */
final class MessageChecks {
  private final List<String> lost = new ArrayList<>();
  private final List<String> duplicates = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private MessageChecks() {}

  List<String> lost() {
    return lost;
  }

  List<String> duplicates() {
    return duplicates;
  }

  List<String> wrong() {
    return wrong;
  }

  static MessageChecks of(Snapshot outcome) {
    MessageChecks checks = new MessageChecks();
    checks.check(outcome);
    return checks;
  }

  private void check(Snapshot outcome) {
    Map<String, List<QueuedMessage>> bySubject =
        outcome.messages().stream().collect(Collectors.groupingBy(QueuedMessage::subject));
    bySubject.forEach((subject, sent) -> check(subject, sent, outcome.rows().get(subject)));
    outcome.rows().values().stream()
        .filter(row -> !bySubject.containsKey(row.subject()))
        .forEach(row -> lost.add(row.subject() + ": no message"));
  }

  private void check(String subject, List<QueuedMessage> sent, @Nullable LedgerRow row) {
    Map<Long, QueuedMessage> byVersion = new TreeMap<>();
    for (QueuedMessage message : sent) {
      if (byVersion.put(message.version(), message) != null) {
        duplicates.add(message.id() + ": sent twice");
      }
    }
    if (row == null) {
      wrong.add(subject + ": a message without a record");
      return;
    }
    LongStream.rangeClosed(1, row.version())
        .filter(version -> !byVersion.containsKey(version))
        .forEach(version -> lost.add(subject + "/" + version + ": no message"));
    checkRepeats(byVersion);
    checkLast(byVersion, row);
  }

  /** A version equal to the one before it was caused by a duplicate. */
  private void checkRepeats(Map<Long, QueuedMessage> byVersion) {
    for (QueuedMessage message : byVersion.values()) {
      @Nullable QueuedMessage before = byVersion.get(message.version() - 1);
      if (before != null && before.data().equals(message.data())) {
        duplicates.add(message.id() + ": equals the version before it");
      }
    }
  }

  private void checkLast(Map<Long, QueuedMessage> byVersion, LedgerRow row) {
    @Nullable QueuedMessage last = byVersion.get(row.version());
    if (last != null && !last.state().equals(row.state())) {
      wrong.add(last.id() + ": state " + last.state() + " where the record says " + row.state());
    }
    if (last != null && last.hasConflict() != row.hasConflict()) {
      wrong.add(last.id() + ": differs from the record about a conflict");
    }
    if (byVersion.keySet().stream().anyMatch(version -> version > row.version())) {
      wrong.add(row.subject() + ": a message of a version that was never written");
    }
  }
}
