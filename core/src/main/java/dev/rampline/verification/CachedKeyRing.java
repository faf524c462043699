package dev.rampline.verification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;

/**
 * Caches the keys of a source for a minute. A failed read keeps the old keys, for at most six
 * hours: after that they are unavailable, since one of them may have been removed. There is at most
 * one read in ten seconds, so neither forgeries nor an outage cause traffic. One thread reads at a
 * time; the others continue with the cached keys.
 */
public final class CachedKeyRing implements KeyRing {
  private final KeySource source;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile CachedKeys last = CachedKeys.NONE;

  public CachedKeyRing(KeySource source, InstantSource clock) {
    this.source = Objects.requireNonNull(source, "source");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Keys keys() {
    CachedKeys cached = last;
    if (!cached.isFreshAt(clock.instant()) && !(cached.hasKeys() && lock.isLocked())) {
      cached = read(CachedKeys::isStaleAt);
    }
    return cached.keysOrThrow(clock.instant());
  }

  @Override
  public Optional<Keys> refresh() {
    // Wait for a read in progress: it may return the missing key.
    return read((_, _) -> true).changedKeys();
  }

  private CachedKeys read(BiPredicate<CachedKeys, Instant> isNeeded) {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (isNeeded.test(last, now) && last.isReadAllowedAt(now)) {
        last = last.readFrom(source, now);
      }
      return last;
    } finally {
      lock.unlock();
    }
  }
}
