package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A connection that ends, or does not begin, says why, and another one follows. */
class DisconnectReasonTest {
  private static final Duration LONG = Duration.ofHours(1);

  @AutoClose private final EngineServer server = new EngineServer("/ws");
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();

  DisconnectReasonTest() throws IOException {
    server.answerSubscription("43NS0[]");
  }

  @Test
  void disconnectionByTheServer_isALoss() throws IOException {
    assertLoss("disconnected by the server", () -> server.send("41NS"));
  }

  @Test
  void closingFrame_isALoss() throws IOException {
    assertLoss("closed by the server", () -> server.send("1"));
  }

  @Test
  void cutConnection_isALoss() throws IOException {
    assertLoss("connection-failed", server::cutClients);
  }

  @Test
  void rejectedConnection_isAFailure() {
    server.answerConnection("44NS{\"message\":\"canary\"}");
    subscriptions.start(server.settings(), listener, timeouts(LONG, LONG));

    await().until(() -> listener.failures.size() > 1);

    assertThat(listener.failures).containsOnly("refused by the server");
    assertThat(listener.subscriptions).hasValue(0);
  }

  @Test
  void connectionThatIsNotAcceptedInTime_isAFailure() {
    server.answerConnection("");
    subscriptions.start(server.settings(), listener, timeouts(Duration.ofSeconds(1), LONG));

    await().until(() -> listener.failures.size() > 1);

    assertThat(listener.failures).containsOnly("not accepted in time");
  }

  @Test
  void silentConnection_isALoss() {
    subscriptions.start(server.settings(), listener, timeouts(LONG, Duration.ofMillis(300)));

    await().until(() -> listener.losses.size() > 1);

    assertThat(listener.losses).containsOnly("silent for too long");
  }

  @Test
  void closedSubscription_cutsItsConnection() throws Exception {
    Subscription subscription =
        subscriptions.start(server.settings(), listener, timeouts(LONG, LONG));
    listener.awaitSubscriptions(1);

    subscription.close();

    await().until(server::hasNoClients);
    assertThat(listener.losses).isEmpty();
  }

  private void assertLoss(String reason, ServerAction action) throws IOException {
    subscriptions.start(server.settings(), listener, timeouts(LONG, LONG));
    listener.awaitSubscriptions(1);

    action.run();
    listener.awaitSubscriptions(2);

    assertThat(listener.losses).isEqualTo(List.of(reason));
  }

  private static ConnectionTimeouts timeouts(Duration accept, Duration maxSilence) {
    return new ConnectionTimeouts(
        Duration.ofMillis(10), Duration.ofMillis(20), accept, LONG, maxSilence);
  }

  /** What a server does to its clients. */
  private interface ServerAction {
    void run() throws IOException;
  }
}
