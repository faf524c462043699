package dev.rampline.function.webhook;

import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.util.List;
import java.util.Optional;

/** A key ring whose token changes at the first refresh. It counts the refreshes. */
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
    return keysWith(before);
  }

  @Override
  public Optional<Keys> refresh() {
    refreshes++;
    return before.equals(after) ? Optional.empty() : Optional.of(keysWith(after));
  }

  int refreshes() {
    return refreshes;
  }

  private static Keys keysWith(String token) {
    return new Keys(List.of(new Secret(token, null)), List.of(), null, null);
  }
}
