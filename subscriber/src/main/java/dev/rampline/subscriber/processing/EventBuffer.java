package dev.rampline.subscriber.processing;

import dev.rampline.event.Subject;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A buffer of work that holds the newest event of each subject, for a limited number of subjects. A
 * subject is in progress at most once at a time. Only {@link #awaitEmpty} blocks. Thread-safe.
 */
final class EventBuffer<W> {
  private final int capacity;
  private final Map<Subject, W> waiting = new LinkedHashMap<>();
  private final Set<Subject> inProgress = new HashSet<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition emptied = lock.newCondition();
  private volatile Runnable onAvailable = () -> {};

  EventBuffer(int capacity) {
    this.capacity = capacity;
  }

  /** Sets the listener to call whenever another subject may be available. */
  void onAvailable(Runnable listener) {
    onAvailable = listener;
  }

  /**
   * Adds an event, replacing one that waits for the same subject. Never blocks on work.
   *
   * @return false if the buffer was full, so that the oldest waiting subject was dropped
   */
  boolean put(Subject subject, W event) {
    boolean hasRoom = tryAdd(subject, event);
    onAvailable.run();
    return hasRoom;
  }

  private boolean tryAdd(Subject subject, W event) {
    lock.lock();
    try {
      waiting.put(subject, event);
      return waiting.size() <= capacity || dropOldest();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the next item, if there is one. The caller must call {@link #done} afterwards. */
  Optional<Item<W>> take() {
    lock.lock();
    try {
      Optional<Item<W>> next = next();
      next.map(Item::subject).ifPresent(this::markInProgress);
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether {@link #take} would return an item. */
  boolean hasWork() {
    lock.lock();
    try {
      return next().isPresent();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the event that arrived while its subject was in progress. */
  Optional<W> takeNewer(Subject subject) {
    lock.lock();
    try {
      return Optional.ofNullable(waiting.remove(subject));
    } finally {
      lock.unlock();
    }
  }

  void done(Subject subject) {
    lock.lock();
    try {
      inProgress.remove(subject);
      emptied.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The number of subjects that wait or are in progress. */
  int depth() {
    lock.lock();
    try {
      Set<Subject> all = new HashSet<>(inProgress);
      all.addAll(waiting.keySet());
      return all.size();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the buffer is empty and nothing is in progress; false if that takes too long. */
  boolean awaitEmpty(Duration timeout) throws InterruptedException {
    long remaining = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (remaining > 0 && !(waiting.isEmpty() && inProgress.isEmpty())) {
        remaining = emptied.awaitNanos(remaining);
      }
      return waiting.isEmpty() && inProgress.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private boolean dropOldest() {
    waiting.remove(waiting.keySet().iterator().next());
    return false;
  }

  private void markInProgress(Subject subject) {
    waiting.remove(subject);
    inProgress.add(subject);
  }

  private Optional<Item<W>> next() {
    return waiting.entrySet().stream()
        .filter(entry -> !inProgress.contains(entry.getKey()))
        .findFirst()
        .map(entry -> new Item<>(entry.getKey(), entry.getValue()));
  }

  /** An event and its subject. */
  record Item<W>(Subject subject, W value) {}
}
