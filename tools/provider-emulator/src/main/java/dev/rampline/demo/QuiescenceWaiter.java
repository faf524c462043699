package dev.rampline.demo;

import dev.rampline.testkit.check.ObservedMessage;
import dev.rampline.testkit.check.ObservedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Waits until the queue is empty, it has contained every record version, and nothing changes any
 * more. A missing message counts as lost if nothing changes for a given time.
 */
final class QuiescenceWaiter {
  private final LedgerScan ledger;
  private final QueueReader queue;
  private final Duration quietPeriod;
  private final List<ObservedMessage> messages = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private long lastChange = System.nanoTime();
  private long versions;

  /**
   * @param quietPeriod how long nothing may change before a missing message counts as lost
   */
  QuiescenceWaiter(LedgerScan ledger, QueueReader queue, Duration quietPeriod) {
    this.ledger = ledger;
    this.queue = queue;
    this.quietPeriod = quietPeriod;
  }

  /** The content of ledger and queue after all changes; the queue is then empty. */
  Snapshot await() {
    boolean matched = false;
    while (true) {
      drain();
      Map<String, ObservedRecord> rows = ledger.rows();
      boolean changed = updateVersions(rows.values());
      boolean matches = versions == ids.size() && !changed;
      if ((matches && matched) || isOverdue()) {
        return new Snapshot(rows, messages);
      }
      matched = matches;
    }
  }

  private void drain() {
    for (List<ObservedMessage> taken = queue.receiveAndDelete();
        !taken.isEmpty();
        taken = queue.receiveAndDelete()) {
      messages.addAll(taken);
      taken.forEach(message -> ids.add(message.id()));
      lastChange = System.nanoTime();
    }
  }

  private boolean updateVersions(Collection<ObservedRecord> rows) {
    long now = rows.stream().mapToLong(ObservedRecord::version).sum();
    boolean changed = now != versions;
    versions = now;
    if (changed) {
      lastChange = System.nanoTime();
    }
    return changed;
  }

  private boolean isOverdue() {
    return System.nanoTime() - lastChange > quietPeriod.toNanos();
  }

  /** The ledger by subject, and all messages in the order received. */
  record Snapshot(Map<String, ObservedRecord> rows, List<ObservedMessage> messages) {
    Snapshot {
      rows = Map.copyOf(rows);
      messages = List.copyOf(messages);
    }
  }
}
