package dev.rampline.function.webhook;

import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.util.List;
import java.util.Optional;

/** A ring that holds one token until it is refreshed, and then another; it counts. */
final class RotatedKeyRing implements KeyRing {
  private final String before;
  private final String after;
  private int refreshes;

  RotatedKeyRing(String before, String after) {
    this.before = before;
    this.after = after;
  }

  @Override
  public Keys keys() {
    return holding(before);
  }

  @Override
  public Optional<Keys> refresh() {
    refreshes++;
    return before.equals(after) ? Optional.empty() : Optional.of(holding(after));
  }

  int refreshes() {
    return refreshes;
  }

  private static Keys holding(String token) {
    return new Keys(List.of(new Secret(token, null)), List.of(), null, null);
  }
}
