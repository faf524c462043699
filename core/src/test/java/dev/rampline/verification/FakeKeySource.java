package dev.rampline.verification;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A key source whose keys and availability a test can change. */
final class FakeKeySource implements KeySource {
  private final AtomicInteger reads = new AtomicInteger();
  private volatile Keys keys;
  private volatile boolean broken;

  FakeKeySource(String accessToken) {
    keys = keysOf(accessToken);
  }

  static Keys keysOf(String accessToken) {
    return new Keys(List.of(new Secret(accessToken, null)), List.of(), null, null);
  }

  void rotateTo(String accessToken) {
    keys = keysOf(accessToken);
  }

  void fail() {
    broken = true;
  }

  void restore() {
    broken = false;
  }

  int reads() {
    return reads.get();
  }

  @Override
  public KeysDocument read() {
    reads.incrementAndGet();
    if (broken) {
      throw new KeysUnavailableException("Injected failure", new IllegalStateException());
    }
    return new KeysDocument(keys, List.of());
  }
}
