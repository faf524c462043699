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
record KeyReading(
    @Nullable Keys keys,
    Instant readAt,
    Instant triedAt,
    boolean changed,
    @Nullable RuntimeException failure) {
  static final KeyReading NONE = new KeyReading(null, Instant.MIN, Instant.MIN, false, null);

  private static final Duration FRESH = Duration.ofSeconds(60);
  private static final Duration BETWEEN_READS = Duration.ofSeconds(10);

  boolean hasKeys() {
    return keys != null;
  }

  boolean isFreshAt(Instant now) {
    return hasKeys() && isWithin(FRESH, readAt, now);
  }

  boolean isStaleAt(Instant now) {
    return !isFreshAt(now);
  }

  boolean allowsAnotherAt(Instant now) {
    return !isWithin(BETWEEN_READS, triedAt, now);
  }

  /** A clock set back ends the span: else it could hold old keys for as long as it was set back. */
  private static boolean isWithin(Duration span, Instant since, Instant now) {
    return !now.isBefore(since) && now.minus(span).isBefore(since);
  }

  KeyReading after(KeySource source, Instant now) {
    try {
      Keys read = source.read().keys();
      return new KeyReading(read, now, now, hasKeys() && !read.equals(keys), null);
    } catch (KeysUnavailableException | InvalidKeysException unread) {
      return new KeyReading(keys, readAt, now, false, unread);
    }
  }

  Optional<Keys> change() {
    return changed ? Optional.ofNullable(keys) : Optional.empty();
  }

  Keys orThrow() {
    if (keys != null) {
      return keys;
    }
    throw new KeysUnavailableException(
        "No keys could be read", failure == null ? new IllegalStateException() : failure);
  }
}
