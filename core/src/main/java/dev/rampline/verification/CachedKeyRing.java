package dev.rampline.verification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;

/**
 * Keys read from a source and kept for a minute. A read that fails leaves the old ones standing and
 * is not repeated for ten seconds; nor is any other read, so neither forgeries nor an outage make
 * traffic. One thread reads at a time while the others go on with what is there.
 */
public final class CachedKeyRing implements KeyRing {
  private final KeySource source;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile CachedKeys last = CachedKeys.NONE;

  public CachedKeyRing(KeySource source, InstantSource clock) {
    this.source = Objects.requireNonNull(source, "source");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Keys keys() {
    CachedKeys seen = last;
    if (seen.isFreshAt(clock.instant()) || (seen.hasKeys() && reading.isLocked())) {
      return seen.keysOrThrow();
    }
    return read(CachedKeys::isStaleAt).keysOrThrow();
  }

  @Override
  public Optional<Keys> refresh() {
    // Waits for a read that is under way: it may bring the very key that was missing.
    return read((_, _) -> true).changedKeys();
  }

  private CachedKeys read(BiPredicate<CachedKeys, Instant> wanted) {
    reading.lock();
    try {
      Instant now = clock.instant();
      if (wanted.test(last, now) && last.isReadAllowedAt(now)) {
        last = last.readFrom(source, now);
      }
      return last;
    } finally {
      reading.unlock();
    }
  }
}
