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
 * Buffers the updates for one client. Its size is bounded: it holds a subject once, and drops the
 * oldest events. Thread-safe.
 */
final class SseBuffer {
  private static final int MAX_EVENTS = 2_000;

  /** Updates within this time are sent together. */
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

  private SseBuffer(
      Collection<String> subjects, Collection<ObjectNode> events, boolean eventsOnly) {
    this.subjects = new LinkedHashSet<>(subjects);
    this.events = new ArrayList<>(events);
    this.eventsOnly = eventsOnly;
  }

  static SseBuffer withSnapshot(Collection<String> subjects, Collection<ObjectNode> events) {
    return new SseBuffer(subjects, events, false);
  }

  static SseBuffer forEventsOnly() {
    return new SseBuffer(Set.of(), List.of(), true);
  }

  void addEvent(ObjectNode event) {
    update(
        () -> {
          events.add(event);
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

  void updateChannels(ObjectNode latest) {
    update(() -> channels = latest);
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

  /** Waits for the next batch; empty after the buffer was closed. */
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
   * The updates that are sent together.
   *
   * @param subjects the changed subjects
   * @param events the new events, the oldest first
   * @param dropped the number of dropped events
   * @param removed the subjects that are no longer kept
   * @param channels the statistics of the channels; null if unchanged
   */
  record Batch(
      List<String> subjects,
      List<ObjectNode> events,
      int dropped,
      List<String> removed,
      @Nullable ObjectNode channels) {}
}
