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
 * What waits to be worked off: one word per subject, the newest, and so many subjects at most. No
 * subject is in work twice at a time. It waits for nobody, but for {@link #awaitEmpty}.
 * Thread-safe.
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

  /** Has it told whenever there may be one subject more to work on. */
  void onAvailable(Runnable told) {
    onAvailable = told;
  }

  /**
   * Takes a word in, in the place of the one that waits for the same subject. Never blocks on work.
   *
   * @return whether there was room; false: the subject that waited longest was dropped
   */
  boolean put(Subject subject, W word) {
    boolean room = tryAdd(subject, word);
    onAvailable.run();
    return room;
  }

  private boolean tryAdd(Subject subject, W word) {
    lock.lock();
    try {
      waiting.put(subject, word);
      return waiting.size() <= capacity || dropOldest();
    } finally {
      lock.unlock();
    }
  }

  /** Gives work away, if there is any. Whoever gets it must say when it is {@link #done}. */
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

  /** Whether there is any to give away. */
  boolean hasWork() {
    lock.lock();
    try {
      return next().isPresent();
    } finally {
      lock.unlock();
    }
  }

  /** The word that came while its subject was in work. */
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

  /** How many subjects wait or are in work. */
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

  /** Waits until nothing waits and nothing is in work; false: not within that time. */
  boolean awaitEmpty(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lockInterruptibly();
    try {
      while (left > 0 && !(waiting.isEmpty() && inProgress.isEmpty())) {
        left = emptied.awaitNanos(left);
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

  /** A word and its subject. */
  record Item<W>(Subject subject, W value) {}
}
