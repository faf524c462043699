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

/** The consumer behind the real ledger, its stream, the relay and the queue. */
class ConsumerTest {
  private static final ConsumerStage STAGE = new ConsumerStage();

  private final Subject order = Subject.order(UUID.randomUUID().toString());
  private final String paid = "paid: " + order;
  private final String payouts = OwnTable.create(STAGE.tables());
  private final Payer payer = payer();

  @AfterAll
  static void end() {
    STAGE.close();
  }

  @Test
  void relaysDuplicates_areBytesOfTheSameAndHandledOnce() {
    tell(State.AWAITING_PAYMENT, State.PROCESSING, State.COMPLETED);
    List<Message> sent = STAGE.sentAtOnce(order, 3);
    List<Message> relayed = STAGE.relayed(order, 3);
    List<String> changes = new ArrayList<>();
    StateFollower follower =
        new StateFollower(
            new DynamoDbHandledStates(STAGE.tables(), OwnTable.create(STAGE.tables())),
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
  void completedOrder_isPaidOnce_howeverItsMessagesAreOrdered() {
    tell(State.AWAITING_PAYMENT, State.PROCESSING, State.COMPLETED);
    STAGE.tell(Words.withWallet(order, State.COMPLETED));
    List<Message> relayed = STAGE.relayed(order, 4);

    assertThat(payer.take(relayed.reversed())).isEmpty();
    assertThat(payer.take(STAGE.sentAtOnce(order, 4))).isEmpty();
    assertThat(payer.lines()).containsExactly(paid);
  }

  @Test
  void republishedMessage_isPassedOverIfItWasHandled_andHandledIfItWasNot() {
    tell(State.PROCESSING, State.COMPLETED);
    List<Message> sent = STAGE.relayed(order, 2);
    payer.take(sent.subList(0, 1));

    assertThat(payer.take(STAGE.republished(order, sent))).isEmpty();
    assertThat(payer.take(STAGE.republished(order, sent))).isEmpty();
    assertThat(payer.lines()).containsExactly(paid);
  }

  @Test
  void lostMemory_paysNothingAgain() {
    tell(State.COMPLETED);
    List<Message> sent = STAGE.relayed(order, 1);
    payer.take(sent);
    Payer forgetful = payer();

    assertThat(forgetful.take(STAGE.republished(order, sent))).isEmpty();
    assertThat(forgetful.lines()).isEmpty();
  }

  @Test
  void orderThatIsContestedByNow_isPaidWhenItIsSettledSo() {
    tell(State.COMPLETED);
    long contested = STAGE.tell(Words.signed(order, State.CANCELLED));
    List<Message> beforeSettling = STAGE.relayed(order, 2);
    assertThat(payer.take(beforeSettling)).isEmpty();
    assertThat(payer.lines()).isEmpty();

    STAGE.tell(Words.fetched(order, State.COMPLETED, contested));
    payer.take(STAGE.relayed(order, 1));
    assertThat(payer.lines()).containsExactly(paid);
  }

  @Test
  void orderThatIsRefundedByNow_isNotPaid() {
    tell(State.COMPLETED, State.REFUNDED);

    assertThat(payer.take(STAGE.relayed(order, 2))).isEmpty();
    assertThat(payer.lines()).isEmpty();
  }

  @Test
  void orderOfAnotherLedger_isNotPaid_andComesAgain() {
    tell(State.PROCESSING, State.COMPLETED);
    Payer misled = new Payer(STAGE.tables(), OwnTable.create(STAGE.tables()), payouts);
    List<Message> sent = STAGE.relayed(order, 2);

    assertThat(misled.take(sent)).containsExactly(sent.getLast().messageId());
    assertThat(misled.lines())
        .containsExactly("not handled: " + order + ": java.lang.IllegalStateException");
  }

  private Payer payer() {
    return new Payer(STAGE.tables(), LedgerTable.NAME, payouts);
  }

  private void tell(State... states) {
    for (State state : states) {
      STAGE.tell(Words.signed(order, state));
    }
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }

  private static List<QueueMessage> deliveries(List<Message> messages) {
    return messages.stream()
        .map(
            message ->
                new QueueMessage(message.messageId(), ConsumerStage.group(message), message.body()))
        .toList();
  }
}
