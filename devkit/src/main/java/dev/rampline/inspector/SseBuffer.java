package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one onlooker has not been told yet. However slowly it is emptied, it stays small: a subject
 * stands in it once, and of words the oldest give way. Thread-safe.
 */
final class SseBuffer {
  private static final int MAX_EVENTS = 2_000;

  /** What comes within this time is told together. */
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final boolean eventsOnly;
  private Set<String> subjects;
  private List<ObjectNode> events;
  private List<String> removed = new ArrayList<>();
  private @Nullable ObjectNode channels;
  private int dropped;
  private boolean closed;
  private long notBefore = System.nanoTime();

  private SseBuffer(Collection<String> subjects, Collection<ObjectNode> words, boolean wordsOnly) {
    this.subjects = new LinkedHashSet<>(subjects);
    this.events = new ArrayList<>(words);
    this.eventsOnly = wordsOnly;
  }

  static SseBuffer withSnapshot(Collection<String> subjects, Collection<ObjectNode> words) {
    return new SseBuffer(subjects, words, false);
  }

  static SseBuffer forEventsOnly() {
    return new SseBuffer(Set.of(), List.of(), true);
  }

  void addEvent(ObjectNode word) {
    update(
        () -> {
          events.add(word);
          if (events.size() > MAX_EVENTS) {
            events = new ArrayList<>(events.subList(MAX_EVENTS / 2, events.size()));
            dropped += MAX_EVENTS / 2;
          }
        });
  }

  void addSubject(String subject) {
    if (!eventsOnly) {
      update(() -> subjects.add(subject));
    }
  }

  void addRemoved(List<String> subjects) {
    if (!eventsOnly) {
      update(() -> removed.addAll(subjects));
    }
  }

  void updateChannels(ObjectNode now) {
    update(() -> channels = now);
  }

  void close() {
    update(() -> closed = true);
  }

  private void update(Runnable change) {
    lock.lock();
    try {
      change.run();
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next things to tell; empty: there will be none. */
  Optional<Batch> next() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && (isEmpty() || nanosUntilNextBatch() > 0)) {
        if (isEmpty()) {
          filled.await();
        } else {
          var _ = filled.awaitNanos(nanosUntilNextBatch());
        }
      }
      return closed ? Optional.empty() : Optional.of(takeBatch());
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return subjects.isEmpty() && events.isEmpty() && removed.isEmpty() && channels == null;
  }

  private long nanosUntilNextBatch() {
    return notBefore - System.nanoTime();
  }

  private Batch takeBatch() {
    Batch batch = new Batch(List.copyOf(subjects), events, dropped, removed, channels);
    subjects = new LinkedHashSet<>();
    events = new ArrayList<>();
    removed = new ArrayList<>();
    channels = null;
    dropped = 0;
    notBefore = System.nanoTime() + INTERVAL_NANOS;
    return batch;
  }

  /**
   * What is told at once.
   *
   * @param subjects that changed
   * @param events that came in, the oldest first
   * @param dropped how many more there were
   * @param removed subjects that are kept no longer
   * @param channels how the channels do; null: as before
   */
  record Batch(
      List<String> subjects,
      List<ObjectNode> events,
      int dropped,
      List<String> removed,
      @Nullable ObjectNode channels) {}
}
