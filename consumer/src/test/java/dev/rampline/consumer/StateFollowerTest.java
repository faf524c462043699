package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateFollowerTest {
  private final Stage stage = new Stage();

  @Test
  void everyNewState_isHandledWithTheOneBefore() {
    assertThat(
            stage.follow(
                Bodies.of(1, "awaiting-payment"),
                Bodies.of(2, "processing"),
                Bodies.of(3, "completed")))
        .isEmpty();

    assertThat(stage.called)
        .containsExactly(
            "order/1 1 null -> awaiting-payment",
            "order/1 2 awaiting-payment -> processing",
            "order/1 3 processing -> completed");
  }

  @Test
  void message_thatComesAgain_isPassedOver() {
    stage.follow(Bodies.of(1, "processing"), Bodies.of(1, "processing"));
    stage.follow(Bodies.of(1, "processing"));

    assertThat(stage.called).hasSize(1);
  }

  @Test
  void lateMessage_isPassedOver() {
    stage.follow(Bodies.of(3, "completed"), Bodies.of(2, "processing"));

    assertThat(stage.called).containsExactly("order/1 3 null -> completed");
  }

  @Test
  void gap_isNoFault() {
    stage.follow(Bodies.of(2, "processing"), Bodies.of(9, "completed"));

    assertThat(stage.called).last().isEqualTo("order/1 9 processing -> completed");
  }

  @Test
  void sameState_isSeenWithoutTheHandler() {
    stage.follow(Bodies.of(1, "approved"), Bodies.of(3, "approved"), Bodies.of(2, "retry"));

    assertThat(stage.called).containsExactly("order/1 1 null -> approved");
    assertThat(stage.states.find(Bodies.ORDER)).contains(new Handled(3, "approved", null));
  }

  @Test
  void conflict_isHandledWhenItOpensGrowsAndIsSettled_thoughTheStateStays() {
    Conflict open = Bodies.open("completed", "failed");
    stage.follow(
        Bodies.of(1, "completed"),
        Bodies.of(Bodies.ORDER, 2, "completed", open),
        Bodies.of(Bodies.ORDER, 3, "completed", open),
        Bodies.of(Bodies.ORDER, 4, "completed", Bodies.open("completed", "failed", "expired")),
        Bodies.of(
            Bodies.ORDER, 5, "completed", Bodies.settled("completed", "completed", "failed")));

    assertThat(stage.called)
        .containsExactly(
            "order/1 1 null -> completed",
            "order/1 2 completed -> completed contested",
            "order/1 4 completed -> completed contested",
            "order/1 5 completed -> completed settled");
  }

  @Test
  void unknownState_isNeverHandled_andHidesNone() {
    stage.follow(Bodies.of(2, "unknown"));
    assertThat(stage.called).isEmpty();

    stage.follow(Bodies.of(1, "processing"), Bodies.of(3, "unknown"), Bodies.of(4, "processing"));
    assertThat(stage.called).containsExactly("order/1 1 null -> processing");

    stage.follow(Bodies.of(6, "unknown"), Bodies.of(7, "completed"));
    assertThat(stage.called).last().isEqualTo("order/1 7 processing -> completed");
  }

  @Test
  void subjects_areFollowedEachByItself() {
    stage.follow(
        Bodies.of("order/1", 1, "processing", null),
        Bodies.of("kyc/customer/1", 8, "submitted", null),
        Bodies.of("order/1", 2, "completed", null),
        Bodies.of("kyc/customer/1", 9, "approved", null));

    assertThat(stage.called)
        .containsExactly(
            "order/1 1 null -> processing",
            "kyc/customer/1 8 null -> submitted",
            "order/1 2 processing -> completed",
            "kyc/customer/1 9 submitted -> approved");
  }

  @Test
  void messageThatIsSentAgainWithAnotherDeduplicationId_isHandledIfItNeverWas() {
    stage.follow(Bodies.of(1, "processing"));

    stage.follow(republished(Bodies.of(1, "processing")), republished(Bodies.of(2, "completed")));

    assertThat(stage.called)
        .containsExactly("order/1 1 null -> processing", "order/1 2 processing -> completed");
  }

  private static Delivery republished(Delivery delivery) {
    return new Delivery("again-" + delivery.id(), delivery.group(), delivery.body());
  }
}
