package dev.rampline.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.consumer.DynamoDbHandledStates;
import dev.rampline.consumer.QueueMessage;
import dev.rampline.consumer.StateFollower;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.resources.LedgerTable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** Runs the consumer behind the real ledger, its stream, the relay and the queue. */
class ConsumerTest {
  private static final ConsumerFixture FIXTURE = new ConsumerFixture();

  private final Subject order = Subject.order(UUID.randomUUID().toString());
  private final String paid = "paid: " + order;
  private final String payouts = ConsumerTable.create(FIXTURE.tables());
  private final PayoutConsumer consumer = consumer();

  @AfterAll
  static void closeFixture() {
    FIXTURE.close();
  }

  @Test
  void relayedDuplicates_haveEqualBytes_andAreHandledOnce() {
    ingest(State.AWAITING_PAYMENT, State.PROCESSING, State.COMPLETED);
    List<Message> sent = FIXTURE.sentDirectly(order, 3);
    List<Message> relayed = FIXTURE.relayed(order, 3);
    List<String> changes = new ArrayList<>();
    StateFollower follower =
        new StateFollower(
            new DynamoDbHandledStates(FIXTURE.tables(), ConsumerTable.create(FIXTURE.tables())),
            change -> changes.add(change.previous() + " -> " + change.state()),
            (delivery, reason) -> changes.add(reason.toString()));

    assertThat(relayed).extracting(Message::body).isEqualTo(bodies(sent));
    assertThat(follower.follow(deliveries(sent))).isEmpty();
    assertThat(follower.follow(deliveries(relayed))).isEmpty();
    assertThat(changes)
        .containsExactly(
            "null -> awaiting-payment",
            "awaiting-payment -> processing",
            "processing -> completed");
  }

  @Test
  void completedOrder_isPaidOnce_inAnyOrderOfMessages() {
    ingest(State.AWAITING_PAYMENT, State.PROCESSING, State.COMPLETED);
    FIXTURE.ingest(ProviderEvents.withWallet(order, State.COMPLETED));
    List<Message> relayed = FIXTURE.relayed(order, 4);

    assertThat(consumer.take(relayed.reversed())).isEmpty();
    assertThat(consumer.take(FIXTURE.sentDirectly(order, 4))).isEmpty();
    assertThat(consumer.lines()).containsExactly(paid);
  }

  @Test
  void republishedMessage_isHandledOnlyIfItWasNotHandledBefore() {
    ingest(State.PROCESSING, State.COMPLETED);
    List<Message> sent = FIXTURE.relayed(order, 2);
    consumer.take(sent.subList(0, 1));

    assertThat(consumer.take(FIXTURE.republished(order, sent))).isEmpty();
    assertThat(consumer.take(FIXTURE.republished(order, sent))).isEmpty();
    assertThat(consumer.lines()).containsExactly(paid);
  }

  @Test
  void lostHandledStates_causeNoSecondPayout() {
    ingest(State.COMPLETED);
    List<Message> sent = FIXTURE.relayed(order, 1);
    consumer.take(sent);
    PayoutConsumer restarted = consumer();

    assertThat(restarted.take(FIXTURE.republished(order, sent))).isEmpty();
    assertThat(restarted.lines()).isEmpty();
  }

  @Test
  void conflictingOrder_isPaidAfterItsResolution() {
    ingest(State.COMPLETED);
    long conflictVersion = FIXTURE.ingest(ProviderEvents.signed(order, State.CANCELLED));
    List<Message> beforeResolution = FIXTURE.relayed(order, 2);
    assertThat(consumer.take(beforeResolution)).isEmpty();
    assertThat(consumer.lines()).isEmpty();

    FIXTURE.ingest(ProviderEvents.fetched(order, State.COMPLETED, conflictVersion));
    consumer.take(FIXTURE.relayed(order, 1));
    assertThat(consumer.lines()).containsExactly(paid);
  }

  @Test
  void largeOrder_isPaidAfterTheConfirmationByTheApi() {
    long version = FIXTURE.ingest(ProviderEvents.ofAmount(order, State.COMPLETED, "1000"));
    assertThat(consumer.take(FIXTURE.relayed(order, 1))).isEmpty();
    assertThat(consumer.lines()).isEmpty();

    FIXTURE.ingest(ProviderEvents.fetched(order, State.COMPLETED, version));
    assertThat(consumer.take(FIXTURE.relayed(order, 1))).isEmpty();
    assertThat(consumer.lines()).containsExactly(paid);
  }

  @Test
  void refundedOrder_isNotPaid() {
    ingest(State.COMPLETED, State.REFUNDED);

    assertThat(consumer.take(FIXTURE.relayed(order, 2))).isEmpty();
    assertThat(consumer.lines()).isEmpty();
  }

  @Test
  void orderOfAnotherLedger_isNotPaid_andIsRetried() {
    ingest(State.PROCESSING, State.COMPLETED);
    PayoutConsumer misconfigured =
        new PayoutConsumer(FIXTURE.tables(), ConsumerTable.create(FIXTURE.tables()), payouts);
    List<Message> sent = FIXTURE.relayed(order, 2);

    assertThat(misconfigured.take(sent)).containsExactly(sent.getLast().messageId());
    assertThat(misconfigured.lines())
        .containsExactly(
            "not handled: " + sent.getLast().messageId() + ": java.lang.IllegalStateException");
  }

  private PayoutConsumer consumer() {
    return new PayoutConsumer(FIXTURE.tables(), LedgerTable.NAME, payouts);
  }

  private void ingest(State... states) {
    for (State state : states) {
      FIXTURE.ingest(ProviderEvents.signed(order, state));
    }
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }

  private static List<QueueMessage> deliveries(List<Message> messages) {
    return messages.stream()
        .map(
            message ->
                new QueueMessage(
                    message.messageId(), ConsumerFixture.group(message), message.body()))
        .toList();
  }
}
