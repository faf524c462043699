package dev.rampline.subscriber.intake;

import dev.rampline.observation.Subject;
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
 * subject is in work twice at a time. Thread-safe.
 */
final class Backlog<W> {
  private final int capacity;
  private final Map<Subject, W> waiting = new LinkedHashMap<>();
  private final Set<Subject> inWork = new HashSet<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition workable = lock.newCondition();
  private final Condition emptied = lock.newCondition();
  private boolean closed;

  Backlog(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Takes a word in, in the place of the one that waits for the same subject. Never blocks on work.
   *
   * @return whether there was room; false: the subject that waited longest was dropped
   */
  boolean put(Subject subject, W word) {
    lock.lock();
    try {
      waiting.put(subject, word);
      workable.signal();
      return waiting.size() <= capacity || dropOldest();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for work. Whoever gets it must say when it is {@link #done}. */
  Optional<Item<W>> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Item<W>> next = next();
      while (next.isEmpty() && !(closed && waiting.isEmpty())) {
        workable.await();
        next = next();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** The word that came while its subject was in work. */
  Optional<W> newer(Subject subject) {
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
      inWork.remove(subject);
      wakeWorkers();
      emptied.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many subjects wait or are in work. */
  int depth() {
    lock.lock();
    try {
      Set<Subject> all = new HashSet<>(inWork);
      all.addAll(waiting.keySet());
      return all.size();
    } finally {
      lock.unlock();
    }
  }

  /** Whoever waits for work when none is left goes away with none. */
  void close() {
    lock.lock();
    try {
      closed = true;
      workable.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing waits and nothing is in work; false: not within that time. */
  boolean awaitEmpty(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lockInterruptibly();
    try {
      while (left > 0 && !(waiting.isEmpty() && inWork.isEmpty())) {
        left = emptied.awaitNanos(left);
      }
      return waiting.isEmpty() && inWork.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** One may have become able to work; at the end, all have to go. */
  private void wakeWorkers() {
    if (closed) {
      workable.signalAll();
    } else {
      workable.signal();
    }
  }

  private boolean dropOldest() {
    waiting.remove(waiting.keySet().iterator().next());
    return false;
  }

  private Optional<Item<W>> next() {
    for (Map.Entry<Subject, W> entry : waiting.entrySet()) {
      if (!inWork.contains(entry.getKey())) {
        Item<W> next = new Item<>(entry.getKey(), entry.getValue());
        waiting.remove(next.subject());
        inWork.add(next.subject());
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** A word and its subject. */
  record Item<W>(Subject subject, W word) {}
}
