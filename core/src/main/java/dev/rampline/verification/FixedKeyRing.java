package dev.rampline.verification;

import java.util.Objects;
import java.util.Optional;

/** A key ring with keys that never change. */
record FixedKeyRing(Keys keys) implements KeyRing {
  FixedKeyRing {
    Objects.requireNonNull(keys, "keys");
  }

  @Override
  public Optional<Keys> refresh() {
    return Optional.empty();
  }
}
