package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedListenerTest {
  private static final SocketEvent EVENT = new SocketEvent("order:update", List.of());

  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final TestingListener listener = new TestingListener();
  private final GuardedListener guarded = new GuardedListener(listener, () -> now);

  @Test
  void status_followsWhatHappens() {
    assertThat(guarded.status().subscribed()).isFalse();

    guarded.subscribed();
    now = now.plusSeconds(5);
    guarded.heard(EVENT);
    guarded.discarded();

    assertThat(guarded.status().subscribedSince()).contains(now.minusSeconds(5));
    assertThat(guarded.status().lastEventAt()).contains(now);
    assertThat(guarded.status().discarded()).isEqualTo(1);
    assertThat(guarded.status().reconnects()).isZero();
  }

  @Test
  void reconnects_areTheSubscriptionsAfterTheFirst() {
    guarded.failed(Ending.BROKEN);
    guarded.subscribed();
    guarded.lost(Ending.CLOSED);
    assertThat(guarded.status().subscribed()).isFalse();
    assertThat(guarded.status().reconnects()).isZero();

    guarded.subscribed();

    assertThat(guarded.status().reconnects()).isEqualTo(1);
    assertThat(listener.losses).containsExactly("closed by the server");
    assertThat(listener.failures).containsExactly("connection failed");
  }

  @Test
  void mutedListener_isToldNothing() {
    guarded.subscribed();
    guarded.mute();
    guarded.heard(EVENT);
    guarded.lost(Ending.STOPPED);
    guarded.failed(Ending.STOPPED);

    assertThat(listener.events).isEmpty();
    assertThat(listener.losses).isEmpty();
    assertThat(listener.failures).isEmpty();
    assertThat(guarded.status().subscribed()).isFalse();
  }

  @Test
  void listenerThatThrows_isCountedAndToldOn() {
    GuardedListener throwing = new GuardedListener(new Throwing(), () -> now);

    throwing.subscribed();
    throwing.heard(EVENT);
    throwing.lost(Ending.CLOSED);

    assertThat(throwing.status().listenerFailures()).isEqualTo(3);
    assertThat(throwing.status().lastEventAt()).contains(now);
  }

  private static final class Throwing implements SocketListener {
    @Override
    public void heard(SocketEvent event) {
      throw new StackOverflowError();
    }

    @Override
    public void subscribed() {
      throw new IllegalStateException();
    }

    @Override
    public void lost(String reason) {
      throw new AssertionError();
    }
  }
}
