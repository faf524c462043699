package dev.rampline.ledger;

import dev.rampline.event.Subject;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that remembers the entries of the last orders that this process has read or written. A
 * read that may be stale needs no call if it remembers the entry: an event that a stale record
 * already contains is in the current one too, and a write that was decided on a stale record
 * changes nothing and returns the current one ({@code
 * docs/decisions/0026-the-webhook-function-remembers-records.md}). It remembers up to {@value
 * #MAX_ENTRIES} entries, each for at most five minutes. Thread-safe.
 */
public final class CachingLedger implements Ledger {
  /** Maximum number of entries. */
  static final int MAX_ENTRIES = 1_000;

  /** How long an entry is used after it was read or written. */
  static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final InstantSource clock;
  private final Map<Subject, Remembered> entries = new LeastRecentlyUsed();

  public CachingLedger(Ledger ledger, InstantSource clock) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
    Optional<Entry> remembered =
        consistency == Consistency.STRONG ? Optional.empty() : find(subject);
    if (remembered.isPresent()) {
      return remembered;
    }
    Optional<Entry> entry = ledger.read(subject, consistency, deadline);
    entry.ifPresent(this::remember);
    return entry;
  }

  @Override
  public WriteResult write(Entry next, Deadline deadline) {
    drop(next.subject());
    WriteResult result = ledger.write(next, deadline);
    switch (result) {
      case WriteResult.Written() -> remember(next);
      case WriteResult.Superseded(Entry current) -> remember(current);
      case WriteResult.Contended() -> {}
    }
    return result;
  }

  /** Remembers nothing: only customers have several entries. */
  @Override
  public WriteResult writeAll(List<? extends Entry> next, Deadline deadline) {
    next.forEach(entry -> drop(entry.subject()));
    return ledger.writeAll(next, deadline);
  }

  private Optional<Entry> find(Subject subject) {
    synchronized (entries) {
      Remembered remembered = entries.get(subject);
      return remembered != null && remembered.isUsableAt(clock.instant())
          ? Optional.of(remembered.entry)
          : Optional.empty();
    }
  }

  private void remember(Entry entry) {
    if (entry.subject().kind() == Subject.Kind.ORDER) {
      synchronized (entries) {
        entries.put(entry.subject(), new Remembered(entry, clock.instant()));
      }
    }
  }

  private void drop(Subject subject) {
    synchronized (entries) {
      entries.remove(subject);
    }
  }

  private record Remembered(Entry entry, Instant since) {
    /** A clock that went back must not extend the age. */
    boolean isUsableAt(Instant now) {
      return !now.isBefore(since) && now.isBefore(since.plus(MAX_AGE));
    }
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Subject, Remembered> {
    private static final long serialVersionUID = 1;
    private static final float LOAD_FACTOR = 0.75f;

    LeastRecentlyUsed() {
      super(MAX_ENTRIES, LOAD_FACTOR, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.@Nullable Entry<Subject, Remembered> eldest) {
      return size() > MAX_ENTRIES;
    }
  }
}
