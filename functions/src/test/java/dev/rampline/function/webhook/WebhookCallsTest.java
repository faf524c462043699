package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.testkit.aws.GatewayEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The AWS calls of an event, over real connections to the embedded stores. */
@Timeout(120)
class WebhookCallsTest {
  private final Closer started = new Closer();
  private final List<LossyProxy> proxies = new ArrayList<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final EmbeddedWebhook webhook =
      started.register(
          new EmbeddedWebhook(
              store -> {
                LossyProxy proxy = started.register(new LossyProxy(store, calls));
                proxies.add(proxy);
                return proxy.endpoint();
              }));

  @AfterEach
  void close() {
    started.close();
  }

  @Test
  void newAndNextEvent_takeTwoCalls_andARepeatedOneTakesNone() {
    assertThat(callsOf("ORDER_CREATED")).containsExactly("PutItem", "SendMessageBatch");
    assertThat(callsOf("ORDER_PROCESSING")).containsExactly("PutItem", "SendMessageBatch");
    assertThat(callsOf("ORDER_PROCESSING")).isEmpty();
    assertThat(callsOf("ORDER_CREATED")).isEmpty();
  }

  @Test
  void firstEventThatIsNoCreation_isReadFirst() {
    assertThat(callsOf("ORDER_PROCESSING"))
        .containsExactly("GetItem", "PutItem", "SendMessageBatch");
  }

  /** Java sends a request again if the connection ends before a response. */
  @Test
  void lostResponseOfAWrite_leavesOneVersion() {
    send("ORDER_CREATED");
    table().loseResponses(1);

    assertThat(callsOf("ORDER_PROCESSING"))
        .containsExactly("PutItem", "PutItem", "SendMessageBatch");

    LedgerRecord record = webhook.takeRecords().getFirst();
    assertThat(record.version()).isEqualTo(2);
    assertThat(record.state()).isEqualTo(State.PROCESSING);
    assertThat(webhook.takeMessages()).isEqualTo(2);
  }

  @Test
  void lostResponseOfASend_leavesOneMessage() {
    queues().loseResponses(1);

    assertThat(callsOf("ORDER_CREATED"))
        .containsExactly("PutItem", "SendMessageBatch", "SendMessageBatch");

    assertThat(webhook.takeMessages()).isEqualTo(1);
  }

  @Test
  void connectionsThatAlwaysEnd_areAnOutage() {
    send("ORDER_CREATED");
    table().loseResponses(1_000);

    assertThat(callsOf("ORDER_PROCESSING")).contains("PutItem").endsWith("SendMessage");

    assertThat(webhook.takeRetries()).isEqualTo(1);
  }

  private LossyProxy table() {
    return proxies.getLast();
  }

  private LossyProxy queues() {
    return proxies.getFirst();
  }

  private List<String> callsOf(String event) {
    calls.clear();
    send(event);
    return List.copyOf(calls);
  }

  private void send(String event) {
    assertThat(webhook.send(GatewayEvents.post(body(event)))).isEqualTo(200);
  }

  private static String body(String event) {
    return SampleToken.body(
        "{\"eventName\":\"%s\",\"data\":{\"id\":\"o-1\",\"status\":\"%s\"}}"
            .formatted(event, event.substring("ORDER_".length())));
  }
}
