package dev.rampline.operations.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordTimelineTest {
  private static final Map<String, String> NONE = Map.of();

  @Test
  void earlierEvents_haveNoDecision_andTheLastHasAll() {
    LedgerRecord order =
        new RecordBuilder("order/1")
            .signed("2026-11-21T01:00:00Z", State.AWAITING_PAYMENT, NONE)
            .signed("2026-11-21T01:10:00Z", State.COMPLETED, NONE)
            .signed("2026-11-21T01:20:00Z", State.FAILED, NONE)
            .build();

    assertThat(rows(order))
        .containsExactly(
            "01:00 awaiting-payment webhook SIGNED null 1 null",
            "01:10 completed webhook SIGNED null 2 null",
            "01:20 completed webhook SIGNED conflict 3 FAILED");
    assertThat(RecordTimeline.of(order).getLast().occurredAt()).hasToString("2026-11-21T01:19:59Z");
  }

  @Test
  void conflict_isKnownAfterLaterEvents() {
    LedgerRecord order =
        new RecordBuilder("order/1")
            .signed("2026-11-21T01:00:00Z", State.COMPLETED, NONE)
            .signed("2026-11-21T01:20:00Z", State.FAILED, NONE)
            .fetched("2026-11-21T01:25:00Z", State.FAILED, NONE)
            .signed("2026-11-21T01:30:00Z", State.REFUNDED, NONE)
            .build();

    assertThat(rows(order))
        .containsExactly(
            "01:00 completed webhook SIGNED null 1 null",
            "01:25 failed api FETCHED conflict 3 null confirmed",
            "01:30 refunded webhook SIGNED state-changed 4 REFUNDED");
  }

  @Test
  void confirmation_isARowOfItsOwn_unlessAnEventOfTheRecordIsIt() {
    RecordBuilder order =
        new RecordBuilder("order/1")
            .signed("2026-11-21T01:00:00Z", State.COMPLETED, NONE)
            .fetched("2026-11-21T01:05:00Z", State.COMPLETED, NONE);

    assertThat(rows(order.build()))
        .containsExactly(
            "01:00 completed webhook SIGNED null 1 null",
            "01:05 completed api FETCHED fields-updated 2 COMPLETED confirmed");
    assertThat(rows(order.signed("2026-11-21T01:30:00Z", State.REFUNDED, NONE).build()))
        .containsExactly(
            "01:00 completed webhook SIGNED null 1 null",
            "01:05 completed api FETCHED null null null confirmed",
            "01:30 refunded webhook SIGNED state-changed 3 REFUNDED");
  }

  @Test
  void unverifiedEvents_showWhatTheyReport() {
    LedgerRecord order =
        new RecordBuilder("order/1")
            .signed("2026-11-21T01:00:00Z", State.PROCESSING, NONE)
            .unverified("2026-11-21T01:10:00Z", State.DELIVERING)
            .unverified("2026-11-21T01:20:00Z", State.COMPLETED)
            .build();

    assertThat(rows(order))
        .containsExactly(
            "01:00 processing webhook SIGNED null 1 null",
            "01:10 delivering socket UNVERIFIED unverified 2 null",
            "01:20 completed socket UNVERIFIED unverified 3 null");
  }

  @Test
  void confirmationOfACustomer_isShown() {
    LedgerRecord customer =
        new RecordBuilder("kyc/customer/1")
            .signed("2026-11-21T01:00:00Z", State.APPROVED, NONE)
            .fetched("2026-11-21T01:05:00Z", State.APPROVED, NONE)
            .build();

    assertThat(rows(customer)).last().asString().endsWith("APPROVED confirmed");
  }

  @Test
  void trustOfAnAnswerAboutAnotherId_isUnknown() {
    LedgerRecord user =
        new RecordBuilder("kyc/user/1")
            .fetched("2026-11-21T01:00:00Z", State.SUBMITTED, NONE)
            .signed("2026-11-21T01:10:00Z", State.APPROVED, NONE)
            .build();

    assertThat(rows(user)).first().asString().contains("submitted api null");
  }

  private static List<String> rows(LedgerRecord record) {
    return RecordTimeline.of(record).stream()
        .map(
            row ->
                "%s %s %s %s %s %s %s%s"
                    .formatted(
                        row.receivedAt().toString().substring(11, 16),
                        row.state().text(),
                        row.channel().text(),
                        row.trust(),
                        row.decision(),
                        row.version(),
                        row.reported(),
                        row.confirmed() ? " confirmed" : ""))
        .toList();
  }
}
