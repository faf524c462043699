package dev.rampline.verification;

import java.util.Optional;

/** Where a receiver gets its keys. Implementations are thread-safe. */
public interface KeyRing {
  /**
   * The keys as last read; stale ones are better than none.
   *
   * @throws KeysUnavailableException if none were ever read and none can be
   */
  Keys keys();

  /**
   * Reads the keys anew because a signature did not hold; at most once in 10 seconds, so that a
   * flood of forgeries costs next to nothing.
   *
   * @return the keys, if they have just been read, by this call or another, and differ from those
   *     that {@link #keys()} gave before
   */
  Optional<Keys> refresh();

  /** A ring of keys that never change. */
  static KeyRing fixed(Keys keys) {
    return new FixedKeyRing(keys);
  }
}
