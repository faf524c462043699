package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedListenerTest {
  private static final SocketEvent EVENT = new SocketEvent("order:update", List.of());

  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final RecordingSocketListener listener = new RecordingSocketListener();
  private final GuardedListener guarded = new GuardedListener(listener, () -> now);

  @Test
  void status_reflectsTheCalls() {
    assertThat(guarded.status().isSubscribed()).isFalse();

    guarded.onSubscribed();
    now = now.plusSeconds(5);
    guarded.onEvent(EVENT);
    guarded.discarded();

    assertThat(guarded.status().subscribedSince()).contains(now.minusSeconds(5));
    assertThat(guarded.status().lastEventAt()).contains(now);
    assertThat(guarded.status().discarded()).isEqualTo(1);
    assertThat(guarded.status().reconnects()).isZero();
  }

  @Test
  void reconnects_countTheSubscriptionsAfterTheFirst() {
    guarded.onFailed(DisconnectReason.CONNECTION_FAILED);
    guarded.onSubscribed();
    guarded.onDisconnected(DisconnectReason.CLOSED);
    assertThat(guarded.status().isSubscribed()).isFalse();
    assertThat(guarded.status().reconnects()).isZero();

    guarded.onSubscribed();

    assertThat(guarded.status().reconnects()).isEqualTo(1);
    assertThat(listener.losses).containsExactly("closed by the server");
    assertThat(listener.failures).containsExactly("connection-failed");
  }

  @Test
  void faultOfThisProcess_isAFailure_withoutItsText() {
    guarded.onSetupFailed(new IllegalStateException("secret"));

    assertThat(listener.failures).containsExactly("no attempt could be made");
  }

  @Test
  void mutedListener_getsNoCalls() {
    guarded.onSubscribed();
    guarded.mute();
    guarded.onEvent(EVENT);
    guarded.onDisconnected(DisconnectReason.STOPPED);
    guarded.onFailed(DisconnectReason.STOPPED);

    assertThat(listener.events).isEmpty();
    assertThat(listener.losses).isEmpty();
    assertThat(listener.failures).isEmpty();
    assertThat(guarded.status().isSubscribed()).isFalse();
  }

  @Test
  void exceptionsOfTheListener_areCounted_andCallsContinue() {
    GuardedListener throwing = new GuardedListener(new Throwing(), () -> now);

    throwing.onSubscribed();
    throwing.onEvent(EVENT);
    throwing.onDisconnected(DisconnectReason.CLOSED);

    assertThat(throwing.status().listenerFailures()).isEqualTo(3);
    assertThat(throwing.status().lastEventAt()).contains(now);
  }

  private static final class Throwing implements SocketListener {
    @Override
    public void onEvent(SocketEvent event) {
      throw new StackOverflowError();
    }

    @Override
    public void onSubscribed() {
      throw new IllegalStateException();
    }

    @Override
    public void onDisconnected(String reason) {
      throw new AssertionError();
    }
  }
}
