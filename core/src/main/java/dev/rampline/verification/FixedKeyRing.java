package dev.rampline.verification;

import java.util.Objects;
import java.util.Optional;

/** Keys that were given once: nothing to read again. */
record FixedKeyRing(Keys keys) implements KeyRing {
  FixedKeyRing {
    Objects.requireNonNull(keys, "keys");
  }

  @Override
  public Optional<Keys> refresh() {
    return Optional.empty();
  }
}
