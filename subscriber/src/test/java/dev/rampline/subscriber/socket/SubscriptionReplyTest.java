package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection is subscribed only if the server does not refuse the subscription. */
class SubscriptionReplyTest {
  private static final String REFUSED = "subscription refused by the server";

  /** Only an acknowledgement ends this time before the test does. */
  private static final ConnectionTimeouts PATIENT =
      new ConnectionTimeouts(
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofHours(1));

  @AutoClose private final EngineServer server = new EngineServer("/ws");
  @AutoClose private final SubscriptionFixture subscriptions = new SubscriptionFixture();
  private final RecordingSocketListener listener = new RecordingSocketListener();

  SubscriptionReplyTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "42NS[\"error\",{\"message\":\"no such partner\"}]",
        "42NS[\"exception\",{\"status\":\"error\"}]",
        "42NS[\"subscribe:error\",\"x\"]",
        "42NS[\"subscription_failed\"]",
        "43NS0[{\"error\":\"unknown key\"}]",
        "43NS0[{\"success\":false}]",
        "43NS0[{\"ok\":false,\"error\":null}]",
        "43NS0[{\"status\":\"error\"}]",
        "43NS0[{\"status\":403}]",
        "43NS0[{\"code\":\"401\"}]",
        "43NS0[\"Unauthorized\"]",
        "43NS0[false]",
        "43NS0[\"not allowed\",null]",
        "43NS0[{\"status\":false}]",
        "43NS0[[null,{\"statusCode\":500}]]",
      })
  void refusedSubscription_isNotASubscription(String answer) {
    server.answerSubscription(answer);
    Subscription subscription = subscriptions.start(server.settings(), listener, PATIENT);

    await().until(() -> listener.failures.size() > 1);

    assertThat(listener.failures).containsOnly(REFUSED);
    assertThat(listener.subscriptions).hasValue(0);
    assertThat(subscription.status().isSubscribed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "43NS0[]",
        "43NS0[null,{\"subscribed\":true}]",
        "43NS0[{\"status\":\"ok\",\"error\":null}]",
        "43NS0[{\"code\":200,\"errors\":false}]",
        "43NS0[\"subscribed\"]",
        "43NS0[true]",
        "43NS0[{\"status\":true,\"code\":\"200\",\"other\":\"error\"}]",
      })
  void acknowledgedSubscription_isASubscriptionAtOnce(String answer) {
    server.answerSubscription(answer);
    Subscription subscription = subscriptions.start(server.settings(), listener, PATIENT);

    listener.awaitSubscriptions(1);

    assertThat(subscription.status().isSubscribed()).isTrue();
    assertThat(server.received()).contains("42/ws,0[\"subscribe:partner\"]");
  }

  @Test
  void everyOrder_mustBeAcknowledged() throws IOException {
    SocketSettings orders =
        new SocketSettings(server.settings().server(), "/ws", "/socket.io/", List.of("o-1", "o-2"));
    subscriptions.start(orders, listener, PATIENT);
    server.awaitReceived("42/ws,1[\"subscribe:order\",{\"orderId\":\"o-2\"}]");

    server.send("43NS0[]");
    server.send("43NS1[{\"error\":\"not yours\"}]");

    await().until(() -> !listener.failures.isEmpty());
    assertThat(listener.failures).startsWith(REFUSED);
    assertThat(listener.subscriptions).hasValue(0);
  }

  @Test
  void unansweredSubscription_counts_afterATime() {
    subscriptions.start(server.settings(), listener);

    listener.awaitSubscriptions(1);

    assertThat(listener.failures).isEmpty();
  }

  @Test
  void laterError_endsTheSubscription() throws IOException {
    subscriptions.start(server.settings(), listener);
    listener.awaitSubscriptions(1);

    server.send("42NS[\"error\",\"expired\"]");

    await().until(() -> !listener.losses.isEmpty());
    assertThat(listener.losses).containsExactly(REFUSED);
    assertThat(listener.events).isEmpty();
  }

  @Test
  void foreignAcknowledgement_isDiscarded() throws IOException {
    Subscription subscription = subscriptions.start(server.settings(), listener, PATIENT);
    server.awaitReceived("42/ws,0[\"subscribe:partner\"]");

    server.send("43NS7[false]");
    server.send("43NS0[]");

    listener.awaitSubscriptions(1);
    assertThat(subscription.status().discarded()).isEqualTo(1);
    assertThat(listener.failures).isEmpty();
  }
}
