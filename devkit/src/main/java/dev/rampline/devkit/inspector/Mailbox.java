package dev.rampline.devkit.inspector;

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
final class Mailbox {
  private static final int MOST_WORDS = 2_000;

  /** What comes within this time is told together. */
  private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final boolean wordsOnly;
  private Set<String> subjects;
  private List<ObjectNode> words;
  private List<String> gone = new ArrayList<>();
  private @Nullable ObjectNode channels;
  private int dropped;
  private boolean closed;
  private long notBefore = System.nanoTime();

  private Mailbox(Collection<String> subjects, Collection<ObjectNode> words, boolean wordsOnly) {
    this.subjects = new LinkedHashSet<>(subjects);
    this.words = new ArrayList<>(words);
    this.wordsOnly = wordsOnly;
  }

  static Mailbox startingWith(Collection<String> subjects, Collection<ObjectNode> words) {
    return new Mailbox(subjects, words, false);
  }

  static Mailbox ofWords() {
    return new Mailbox(Set.of(), List.of(), true);
  }

  void hear(ObjectNode word) {
    put(
        () -> {
          words.add(word);
          if (words.size() > MOST_WORDS) {
            words = new ArrayList<>(words.subList(MOST_WORDS / 2, words.size()));
            dropped += MOST_WORDS / 2;
          }
        });
  }

  void change(String subject) {
    if (!wordsOnly) {
      put(() -> subjects.add(subject));
    }
  }

  void lose(List<String> subjects) {
    if (!wordsOnly) {
      put(() -> gone.addAll(subjects));
    }
  }

  void tick(ObjectNode now) {
    put(() -> channels = now);
  }

  void close() {
    put(() -> closed = true);
  }

  private void put(Runnable change) {
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
      while (!closed && (isEmpty() || untilPace() > 0)) {
        if (isEmpty()) {
          filled.await();
        } else {
          var _ = filled.awaitNanos(untilPace());
        }
      }
      return closed ? Optional.empty() : Optional.of(taken());
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return subjects.isEmpty() && words.isEmpty() && gone.isEmpty() && channels == null;
  }

  private long untilPace() {
    return notBefore - System.nanoTime();
  }

  private Batch taken() {
    Batch batch = new Batch(List.copyOf(subjects), words, dropped, gone, channels);
    subjects = new LinkedHashSet<>();
    words = new ArrayList<>();
    gone = new ArrayList<>();
    channels = null;
    dropped = 0;
    notBefore = System.nanoTime() + PACE_NANOS;
    return batch;
  }

  /**
   * What is told at once.
   *
   * @param subjects that changed
   * @param words that came in, the oldest first
   * @param dropped how many more there were
   * @param gone subjects that are kept no longer
   * @param channels how the channels do; null: as before
   */
  record Batch(
      List<String> subjects,
      List<ObjectNode> words,
      int dropped,
      List<String> gone,
      @Nullable ObjectNode channels) {}
}
