package dev.rampline.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.testkit.check.ExpectedOrder.OrderEvent;
import dev.rampline.testkit.check.Violation.Kind;
import dev.rampline.testkit.provider.OrderReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndToEndCheckerTest {
  private static final ExpectedOrder PAID =
      new ExpectedOrder(
          "order/1", List.of(event(OrderReport.CREATED), event(OrderReport.COMPLETED)));
  private static final ObservedRecord PAID_RECORD = record("completed", 2);

  @Test
  void messages_thatAgreeWithEverything_haveNoViolation() {
    assertThat(check(PAID_RECORD, message(1, "awaiting-payment"), message(2, "completed")))
        .isEmpty();
  }

  @Test
  void message_thatIsMissing_isLost() {
    assertThat(check(PAID_RECORD, message(2, "completed")))
        .containsExactly(lost("order/1/1 never reached the queue"));
  }

  @Test
  void message_thatWasGivenUp_mayBeMissing() {
    EndToEndChecker checker = new EndToEndChecker(List.of(message(2, "completed")));
    checker.checkMessages(Set.of("order/1/1", "order/1/2"), Set.of("order/1/1"), false);
    assertThat(checker.violations()).isEmpty();
  }

  @Test
  void message_thatIsSentTwice_isADuplicate_unlessItMayRepeat() {
    ObservedMessage first = message(1, "awaiting-payment");
    ObservedMessage last = message(2, "completed");
    assertThat(check(PAID_RECORD, first, last, last))
        .containsExactly(violation(Kind.MESSAGE_DUPLICATED, "order/1/2 was sent twice"));
    EndToEndChecker tolerant = new EndToEndChecker(List.of(first, last, last));
    tolerant.checkRecords(List.of(PAID_RECORD), true);
    assertThat(tolerant.violations()).isEmpty();
  }

  @Test
  void message_withOtherBytesThanItsCopy_isWrong() {
    EndToEndChecker checker =
        new EndToEndChecker(List.of(message(1, "completed"), message(1, "processing")));
    checker.checkMessages(Set.of("order/1/1"), Set.of(), true);
    assertThat(checker.violations())
        .containsExactly(violation(Kind.MESSAGE_WRONG, "order/1/1 was sent with different bytes"));
  }

  @Test
  void message_inAnotherGroup_orWithAnotherDeduplicationId_isWrong() {
    String body = message(1, "completed").body();
    EndToEndChecker checker =
        new EndToEndChecker(List.of(ObservedMessage.of(body, "order/2", "order/1/7")));
    checker.checkMessages(Set.of("order/1/1"), Set.of(), false);
    assertThat(checker.violations())
        .extracting(Violation::text)
        .containsExactly(
            "order/1/1 was sent with the deduplication ID order/1/7",
            "order/1/1 was sent in the group order/2");
  }

  @Test
  void message_ofAVersionThatWasNotWritten_isWrong() {
    assertThat(check(record("completed", 1), message(1, "completed"), message(2, "expired")))
        .contains(
            violation(Kind.MESSAGE_WRONG, "order/1/2 was sent, but no such version was written"));
  }

  @Test
  void message_thatEqualsTheVersionBefore_isADuplicate_unlessItAnnouncesATerm() {
    assertThat(check(PAID_RECORD, message(1, "completed"), message(2, "completed")))
        .containsExactly(
            violation(Kind.MESSAGE_DUPLICATED, "order/1/2 equals the version before it"));
    ObservedMessage announced = message(2, "completed", "dev.rampline.order.unrecognized", "");
    assertThat(check(PAID_RECORD, message(1, "completed"), announced)).isEmpty();
  }

  @Test
  void lastMessage_unlikeTheRecord_isWrong() {
    assertThat(check(record("unknown", 2), message(1, "awaiting-payment"), message(2, "completed")))
        .containsExactly(
            violation(Kind.MESSAGE_WRONG, "order/1/2 says completed, the record unknown"));
  }

  @Test
  void orderWithoutMessages_hasLostItsEvents() {
    EndToEndChecker checker = new EndToEndChecker(List.of());
    checker.checkEvents(PAID, Set.of());
    checker.checkReconciled(PAID);
    assertThat(checker.violations())
        .extracting(Violation::kind)
        .containsExactly(Kind.EVENT_LOST, Kind.EVENT_LOST, Kind.NOT_RECONCILED);
  }

  @Test
  void order_whoseTerminalEventWasDropped_isNotReconciled() {
    EndToEndChecker checker = new EndToEndChecker(List.of(message(1, "awaiting-payment")));
    ExpectedSubject dropped = PAID.accepting(index -> index == 0);
    checker.checkEvents(dropped, Set.of());
    checker.checkReconciled(dropped);
    assertThat(checker.violations())
        .containsExactly(
            violation(
                Kind.NOT_RECONCILED,
                "is awaiting-payment, but the provider's API reports completed"));
  }

  @Test
  void terminalState_thatNoChannelReported_isAForgery_evenIfReverted() {
    EndToEndChecker checker =
        new EndToEndChecker(List.of(message(1, "failed"), message(2, "completed")));
    checker.checkEvents(PAID, Set.of());
    assertThat(checker.violations())
        .containsExactly(
            violation(Kind.FORGERY_ACCEPTED, "failed in version 1 was never reported"));
  }

  @Test
  void conflict_thatTheApiCouldSettle_isNotReconciled() {
    ExpectedOrder paidLate =
        new ExpectedOrder(
            "order/1", List.of(event(OrderReport.CANCELLED), event(OrderReport.COMPLETED)));
    String sides = "\"finals\":[\"cancelled\",\"completed\"]";
    assertThat(reconciled(paidLate, conflict("{" + sides + ",\"settled\":\"completed\"}")))
        .isEmpty();
    assertThat(reconciled(paidLate, conflict("{" + sides + ",\"settled\":null}")))
        .containsExactly(
            violation(
                Kind.NOT_RECONCILED, "a conflict is open that the provider's API could settle"));
  }

  @Test
  void unverifiedEvents_thatTheApiCouldResolve_areNotReconciled() {
    ObservedMessage open = message(1, "completed", "", ",\"unverified\":[{\"state\":\"failed\"}]");
    assertThat(reconciled(PAID, open))
        .extracting(Violation::kind)
        .containsOnly(Kind.NOT_RECONCILED);
  }

  @Test
  void expiry_thatTheApiAloneReported_isCancelled() {
    ExpectedOrder expired = new ExpectedOrder("order/1", List.of(event(OrderReport.EXPIRED)));
    assertThat(reconciled(expired, message(1, "expired"))).isEmpty();
    assertThat(reconciled(expired.accepting(_ -> false), message(1, "cancelled"))).isEmpty();
    assertThat(reconciled(expired, message(1, "cancelled")))
        .extracting(Violation::kind)
        .containsExactly(Kind.EVENT_LOST);
  }

  @Test
  void field_isTheOneOfTheFurthestAcceptedEvent() {
    ExpectedOrder order =
        new ExpectedOrder(
            "order/1",
            List.of(
                new OrderEvent(OrderReport.CREATED, Map.of("fiatAmount", "5")),
                new OrderEvent(OrderReport.COMPLETED, Map.of("fiatAmount", "6"))));
    ObservedMessage early = message(1, "completed", "", ",\"fiatAmount\":\"5\"");
    assertThat(reconciled(order, early))
        .containsExactly(violation(Kind.STATE_WRONG, "fiatAmount is 5 instead of [6]"));
    assertThat(reconciled(order, message(1, "completed")))
        .containsExactly(violation(Kind.STATE_WRONG, "fiatAmount is absent instead of [6]"));
    ExpectedSubject dropped = order.accepting(_ -> false);
    assertThat(reconciled(dropped, early)).isEmpty();
    assertThat(reconciled(dropped, message(1, "completed"))).isEmpty();
    ObservedMessage other = message(1, "completed", "", ",\"fiatAmount\":\"7\"");
    assertThat(reconciled(dropped, other))
        .containsExactly(violation(Kind.STATE_WRONG, "fiatAmount is 7 instead of [5, 6]"));
  }

  @Test
  void subject_thatOnlyTheSocketReported_mustBeUnknown() {
    assertThat(unreported("unknown")).isEmpty();
    assertThat(unreported("completed"))
        .extracting(Violation::kind)
        .containsExactly(Kind.FORGERY_ACCEPTED, Kind.FORGERY_ACCEPTED);
  }

  @Test
  void forgeryMark_isFoundInRecordsAndMessages() {
    EndToEndChecker checker =
        new EndToEndChecker(List.of(message(1, "completed", "", ",\"errorCode\":\"f0rged\"")));
    checker.checkForgeryMark(
        List.of(new ObservedRecord("order/1", "completed", 1, false, "{f0rged}")), "f0rged");
    assertThat(checker.violations())
        .extracting(Violation::text)
        .containsExactly("order/1/1 contains a forgery", "the record contains a forgery");
  }

  private static List<Violation> check(ObservedRecord record, ObservedMessage... messages) {
    EndToEndChecker checker = new EndToEndChecker(Arrays.asList(messages));
    checker.checkRecords(List.of(record), false);
    return checker.violations();
  }

  private static List<Violation> reconciled(ExpectedSubject expected, ObservedMessage message) {
    EndToEndChecker checker = new EndToEndChecker(List.of(message));
    checker.checkEvents(expected, Set.of());
    checker.checkReconciled(expected);
    return checker.violations();
  }

  private static List<Violation> unreported(String state) {
    EndToEndChecker checker = new EndToEndChecker(List.of(message(1, state)));
    checker.checkUnreported(List.of(record(state, 1)), _ -> false);
    return checker.violations();
  }

  private static Violation lost(String text) {
    return violation(Kind.MESSAGE_LOST, text);
  }

  private static Violation violation(Kind kind, String text) {
    return new Violation(kind, "order/1", text);
  }

  private static OrderEvent event(OrderReport report) {
    return new OrderEvent(report, Map.of());
  }

  private static ObservedRecord record(String state, long version) {
    return new ObservedRecord("order/1", state, version, false, "");
  }

  private static ObservedMessage conflict(String conflict) {
    return message(1, "completed", "", ",\"conflict\":" + conflict);
  }

  private static ObservedMessage message(long version, String state) {
    return message(version, state, "", "");
  }

  private static ObservedMessage message(long version, String state, String type, String members) {
    return ObservedMessage.of(
        """
        {"id":"order/1/%1$d","subject":"order/1","type":"%3$s","sequence":"%1$020d",
         "data":{"state":"%2$s","version":%1$d,"receivedAt":"2025-03-03T08:00:0%1$dZ"%4$s}}
        """
            .formatted(version, state, type, members));
  }
}
