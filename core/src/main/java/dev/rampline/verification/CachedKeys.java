package dev.rampline.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the last attempt to read the keys left.
 *
 * @param keys the keys as last read; null: never yet
 * @param readAt when they were read
 * @param triedAt when a read was last attempted
 * @param changed whether that attempt brought others than were there before
 * @param failure why that attempt brought none; null: it did
 */
record CachedKeys(
    @Nullable Keys keys,
    Instant readAt,
    Instant triedAt,
    boolean changed,
    @Nullable RuntimeException failure) {
  static final CachedKeys NONE = new CachedKeys(null, Instant.MIN, Instant.MIN, false, null);

  private static final Duration MAX_AGE = Duration.ofSeconds(60);
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

  /** A clock set back ends the span: else it could hold old keys for as long as it was set back. */
  private static boolean isWithin(Duration span, Instant since, Instant now) {
    return !now.isBefore(since) && now.minus(span).isBefore(since);
  }

  CachedKeys readFrom(KeySource source, Instant now) {
    try {
      Keys read = source.read().keys();
      return new CachedKeys(read, now, now, hasKeys() && !read.equals(keys), null);
    } catch (KeysUnavailableException | InvalidKeysException unread) {
      return new CachedKeys(keys, readAt, now, false, unread);
    }
  }

  Optional<Keys> changedKeys() {
    return changed ? Optional.ofNullable(keys) : Optional.empty();
  }

  Keys keysOrThrow() {
    if (keys != null) {
      return keys;
    }
    throw new KeysUnavailableException(
        "No keys could be read", failure == null ? new IllegalStateException() : failure);
  }
}
