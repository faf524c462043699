package dev.rampline.verification;

import static dev.rampline.verification.FakeKeySource.keysOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An invalid signature causes a refresh of the keys, at most once in ten seconds. */
class KeyRingRefreshTest {
  private static final Keys OLD = keysOf("old");
  private static final Keys NEW = keysOf("new");

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final FakeKeySource source = new FakeKeySource("old");
  private final CachedKeyRing ring = new CachedKeyRing(source, () -> now);

  @Test
  void refresh_soonAfterARead_isSkipped() {
    ring.keys();
    source.rotateTo("new");
    after(9.999);
    assertThat(ring.refresh()).isEmpty();
    assertThat(ring.keys()).isEqualTo(OLD);
    after(0.001);
    assertThat(ring.refresh()).hasValue(NEW);
    assertThat(ring.keys()).isEqualTo(NEW);
    assertThat(source.reads()).isEqualTo(2);
  }

  @Test
  void refresh_withoutNewKeys_isEmpty() {
    ring.keys();
    after(10);
    assertThat(ring.refresh()).isEmpty();
    assertThat(source.reads()).isEqualTo(2);
  }

  @Test
  void refresh_afterAConcurrentOne_returnsItsKeys() {
    ring.keys();
    source.rotateTo("new");
    after(10);
    ring.refresh();
    after(9);
    assertThat(ring.refresh()).hasValue(NEW);
    assertThat(source.reads()).isEqualTo(2);
  }

  @Test
  void refresh_duringAFlood_readsOnceInTenSeconds() {
    ring.keys();
    after(10);
    for (int forgery = 0; forgery < 1_000; forgery++) {
      ring.refresh();
      after(0.02);
    }
    assertThat(source.reads()).isEqualTo(1 + 2);
  }

  private void after(double seconds) {
    now = now.plus(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
