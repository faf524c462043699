package dev.rampline.verification;

import java.util.Objects;
import java.util.Optional;

/** Provides the keys for verification. Implementations are thread-safe. */
public interface KeyRing {
  /**
   * Returns the last keys that were read, even if they are up to six hours old.
   *
   * @throws KeysUnavailableException if no keys were read in that time and none can be read now
   */
  Keys keys();

  /**
   * Reads the keys again after a signature did not verify. There is at most one read in 10 seconds,
   * so that many forgeries cost little.
   *
   * @return the keys, if this or a concurrent call has just read them and they differ from the
   *     previous result of {@link #keys()}
   */
  default Optional<Keys> refresh() {
    return Optional.empty();
  }

  /** Returns a key ring whose keys never change. */
  static KeyRing fixed(Keys keys) {
    Objects.requireNonNull(keys, "keys");
    return () -> keys;
  }
}
