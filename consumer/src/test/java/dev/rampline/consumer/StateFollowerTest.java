package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateFollowerTest {
  private final ConsumerFixture fixture = new ConsumerFixture();

  @Test
  void everyNewState_isHandledWithThePreviousOne() {
    assertThat(
            fixture.follow(
                MessageBodies.of(1, "awaiting-payment"),
                MessageBodies.of(2, "processing"),
                MessageBodies.of(3, "completed")))
        .isEmpty();

    assertThat(fixture.calls)
        .containsExactly(
            "order/1 1 null -> awaiting-payment",
            "order/1 2 awaiting-payment -> processing",
            "order/1 3 processing -> completed");
  }

  @Test
  void duplicateMessage_isSkipped() {
    fixture.follow(MessageBodies.of(1, "processing"), MessageBodies.of(1, "processing"));
    fixture.follow(MessageBodies.of(1, "processing"));

    assertThat(fixture.calls).hasSize(1);
  }

  @Test
  void lateMessage_isSkipped() {
    fixture.follow(MessageBodies.of(3, "completed"), MessageBodies.of(2, "processing"));

    assertThat(fixture.calls).containsExactly("order/1 3 null -> completed");
  }

  @Test
  void gapInTheSequence_isAccepted() {
    fixture.follow(MessageBodies.of(2, "processing"), MessageBodies.of(9, "completed"));

    assertThat(fixture.calls).last().isEqualTo("order/1 9 processing -> completed");
  }

  @Test
  void sameState_isStoredWithoutACallToTheHandler() {
    fixture.follow(
        MessageBodies.of(1, "approved"),
        MessageBodies.of(3, "approved"),
        MessageBodies.of(2, "retry"));

    assertThat(fixture.calls).containsExactly("order/1 1 null -> approved");
    assertThat(fixture.states.find(MessageBodies.ORDER))
        .contains(new HandledState(3, "approved", null, false));
  }

  @Test
  void confirmation_isHandledOnce() {
    fixture.follow(
        MessageBodies.of(1, "completed"),
        MessageBodies.confirmed(2, "completed"),
        MessageBodies.confirmed(3, "completed"));

    assertThat(fixture.calls)
        .containsExactly("order/1 1 null -> completed", "order/1 2 completed -> completed");
    assertThat(fixture.states.find(MessageBodies.ORDER))
        .contains(new HandledState(3, "completed", null, true));
  }

  @Test
  void conflict_isHandledWhenItOpensGrowsAndIsResolved_evenIfTheStateStays() {
    Conflict open = MessageBodies.open("completed", "failed");
    fixture.follow(
        MessageBodies.of(1, "completed"),
        MessageBodies.of(MessageBodies.ORDER, 2, "completed", open),
        MessageBodies.of(MessageBodies.ORDER, 3, "completed", open),
        MessageBodies.of(
            MessageBodies.ORDER,
            4,
            "completed",
            MessageBodies.open("completed", "failed", "expired")),
        MessageBodies.of(
            MessageBodies.ORDER,
            5,
            "completed",
            MessageBodies.resolved("completed", "completed", "failed")));

    assertThat(fixture.calls)
        .containsExactly(
            "order/1 1 null -> completed",
            "order/1 2 completed -> completed open conflict",
            "order/1 4 completed -> completed open conflict",
            "order/1 5 completed -> completed resolved conflict");
  }

  @Test
  void unknownState_isNeverHandled_andHidesNoOtherState() {
    fixture.follow(MessageBodies.of(2, "unknown"));
    assertThat(fixture.calls).isEmpty();

    fixture.follow(
        MessageBodies.of(1, "processing"),
        MessageBodies.of(3, "unknown"),
        MessageBodies.of(4, "processing"));
    assertThat(fixture.calls).containsExactly("order/1 1 null -> processing");

    fixture.follow(MessageBodies.of(6, "unknown"), MessageBodies.of(7, "completed"));
    assertThat(fixture.calls).last().isEqualTo("order/1 7 processing -> completed");
  }

  @Test
  void subjects_areIndependent() {
    fixture.follow(
        MessageBodies.of("order/1", 1, "processing", null),
        MessageBodies.of("kyc/customer/1", 8, "submitted", null),
        MessageBodies.of("order/1", 2, "completed", null),
        MessageBodies.of("kyc/customer/1", 9, "approved", null));

    assertThat(fixture.calls)
        .containsExactly(
            "order/1 1 null -> processing",
            "kyc/customer/1 8 null -> submitted",
            "order/1 2 processing -> completed",
            "kyc/customer/1 9 submitted -> approved");
  }

  @Test
  void republishedMessage_isHandledIfItWasNotHandledBefore() {
    fixture.follow(MessageBodies.of(1, "processing"));

    fixture.follow(
        republished(MessageBodies.of(1, "processing")),
        republished(MessageBodies.of(2, "completed")));

    assertThat(fixture.calls)
        .containsExactly("order/1 1 null -> processing", "order/1 2 processing -> completed");
  }

  private static QueueMessage republished(QueueMessage delivery) {
    return new QueueMessage("republished-" + delivery.id(), delivery.group(), delivery.body());
  }
}
