package dev.rampline.verification;

import static dev.rampline.verification.FakeKeySource.keysOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachedKeyRingTest {
  private static final Keys OLD = keysOf("old");
  private static final Keys NEW = keysOf("new");

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final FakeKeySource source = new FakeKeySource("old");
  private final CachedKeyRing ring = new CachedKeyRing(source, () -> now);

  @Test
  void keys_areReadOnceInAMinute() {
    assertThat(ring.keys()).isEqualTo(OLD);
    source.rotateTo("new");
    after(59.999);
    assertThat(ring.keys()).isEqualTo(OLD);
    after(0.001);
    assertThat(ring.keys()).isEqualTo(NEW);
    assertThat(source.reads()).isEqualTo(2);
  }

  @Test
  void keys_duringAnOutage_areKept_andRequestedEveryTenSeconds() {
    ring.keys();
    source.fail();
    after(3600);
    for (int second = 0; second < 30; second++) {
      assertThat(ring.keys()).isEqualTo(OLD);
      assertThat(ring.refresh()).isEmpty();
      after(1);
    }
    assertThat(source.reads()).isEqualTo(1 + 3);
    source.restore();
    source.rotateTo("new");
    assertThat(ring.keys()).isEqualTo(NEW);
  }

  @Test
  void keys_areUnavailable_afterSixHoursOfOutage_untilTheyAreRead() {
    ring.keys();
    source.fail();
    after(6 * 3600);
    assertThat(ring.keys()).isEqualTo(OLD);
    after(10);
    assertThatThrownBy(ring::keys).isInstanceOf(KeysUnavailableException.class);
    after(10);
    source.restore();
    source.rotateTo("new");
    assertThat(ring.keys()).isEqualTo(NEW);
  }

  @Test
  void clockSetBack_duringAnOutage_keepsTheKeys() {
    ring.keys();
    source.fail();
    after(-86_400);
    assertThat(ring.keys()).isEqualTo(OLD);
  }

  @Test
  void keysThatWereNeverRead_areUnavailable_andRequestedEveryTenSeconds() {
    source.fail();
    for (int second = 0; second < 10; second++) {
      assertThatThrownBy(ring::keys).isInstanceOf(KeysUnavailableException.class);
      after(1);
    }
    assertThat(source.reads()).isOne();
    source.restore();
    assertThat(ring.keys()).isEqualTo(OLD);
  }

  @Test
  void invalidDocument_countsAsAnOutage() {
    CachedKeyRing broken = new CachedKeyRing(() -> KeysDocument.parse("{}"), () -> now);
    assertThatThrownBy(broken::keys)
        .isInstanceOf(KeysUnavailableException.class)
        .hasCauseInstanceOf(InvalidKeysException.class);
  }

  @Test
  void clockSetBack_doesNotExtendTheCache() {
    ring.keys();
    source.rotateTo("new");
    after(-86_400);
    assertThat(ring.keys()).isEqualTo(NEW);
  }

  @Test
  void slowRead_blocksNoOtherThread() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger reads = new AtomicInteger();
    CachedKeyRing slow =
        new CachedKeyRing(
            () -> documentOf(reads.incrementAndGet() == 1 ? OLD : slowly(reading, release)),
            () -> now);
    slow.keys();
    after(60);
    try (var reader = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Keys> first = CompletableFuture.supplyAsync(slow::keys, reader);
      reading.await();
      assertThat(slow.keys()).isEqualTo(OLD);
      release.countDown();
      assertThat(first.get()).isEqualTo(NEW);
    }
    assertThat(slow.keys()).isEqualTo(NEW);
    assertThat(reads).hasValue(2);
  }

  @Test
  void fixedRing_neverChanges() {
    KeyRing fixed = KeyRing.fixed(OLD);
    assertThat(fixed.keys()).isEqualTo(OLD);
    assertThat(fixed.refresh()).isEmpty();
  }

  private static Keys slowly(CountDownLatch reading, CountDownLatch release) {
    try {
      reading.countDown();
      release.await();
      return NEW;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static KeysDocument documentOf(Keys keys) {
    return new KeysDocument(keys, List.of());
  }

  private void after(double seconds) {
    now = now.plus(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
