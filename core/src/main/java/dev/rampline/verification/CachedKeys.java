package dev.rampline.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of the last attempt to read the keys.
 *
 * @param keys the last keys that were read; null if none were read yet
 * @param readAt when they were read
 * @param triedAt when the last attempt was made
 * @param changed whether that attempt returned other keys than before
 * @param failure why that attempt failed; null if it succeeded
 */
record CachedKeys(
    @Nullable Keys keys,
    Instant readAt,
    Instant triedAt,
    boolean changed,
    @Nullable RuntimeException failure) {
  static final CachedKeys NONE = new CachedKeys(null, Instant.MIN, Instant.MIN, false, null);

  private static final Duration MAX_AGE = Duration.ofSeconds(60);

  /** Longer than nearly every outage; a key that was removed may be in use for this time. */
  private static final Duration MAX_STALE_AGE = Duration.ofHours(6);

  private static final Duration MIN_READ_INTERVAL = Duration.ofSeconds(10);

  boolean hasKeys() {
    return keys != null;
  }

  boolean isFreshAt(Instant now) {
    return hasKeys() && isWithin(MAX_AGE, readAt, now);
  }

  boolean isStaleAt(Instant now) {
    return !isFreshAt(now);
  }

  boolean isReadAllowedAt(Instant now) {
    return !isWithin(MIN_READ_INTERVAL, triedAt, now);
  }

  /**
   * A time before {@code since} is not within the span: otherwise a clock that is set back would
   * keep old keys for that long.
   */
  private static boolean isWithin(Duration span, Instant since, Instant now) {
    return !now.isBefore(since) && now.minus(span).isBefore(since);
  }

  CachedKeys readFrom(KeySource source, Instant now) {
    try {
      Keys read = source.read().keys();
      return new CachedKeys(read, now, now, hasKeys() && !read.equals(keys), null);
    } catch (KeysUnavailableException | InvalidKeysException failure) {
      return new CachedKeys(keys, readAt, now, false, failure);
    }
  }

  Optional<Keys> changedKeys() {
    return changed ? Optional.ofNullable(keys) : Optional.empty();
  }

  /** A clock that is set back must not make the keys unavailable. */
  Keys keysOrThrow(Instant now) {
    if (keys != null && !now.isAfter(readAt.plus(MAX_STALE_AGE))) {
      return keys;
    }
    throw new KeysUnavailableException(
        "Cannot read the keys", failure == null ? new IllegalStateException() : failure);
  }
}
