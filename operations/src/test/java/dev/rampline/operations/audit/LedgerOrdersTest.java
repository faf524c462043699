package dev.rampline.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.OrderStatus;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.operations.audit.AuditedOrder.Mark;
import dev.rampline.operations.recovery.RecordReader;
import dev.rampline.operations.recovery.RecoveryStores;
import dev.rampline.operations.recovery.StoreClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerOrdersTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void record_hasTheValuesThatAreCompared() {
    LedgerRecord record = SampleRecords.typicalOrder();

    assertThat(LedgerOrders.order(record))
        .isEqualTo(
            new AuditedOrder(
                AuditSource.LEDGER,
                record.subject().text(),
                record.subject().text(),
                0,
                State.COMPLETED,
                Map.of(
                    Field.ORDER_ID, "6f0c2a7e-5b1d-4c7f-9a57-0d3f0f7f6a11",
                    Field.PARTNER_ORDER_ID, "partner-order-2026-000123",
                    Field.FIAT_AMOUNT, "100",
                    Field.FIAT_CURRENCY, "EUR",
                    Field.CRYPTO_AMOUNT, "0.045231",
                    Field.CRYPTO_CURRENCY, "ETH"),
                Instant.parse("2026-03-01T10:30:00Z"),
                Set.of()));
  }

  @Test
  void recordWithoutATime_wasCreatedWhenTheFirstEventArrived() {
    LedgerRecord record = SampleRecords.typicalOrder();
    LedgerRecord untimed = SampleRecords.with(record, FieldValues.of(Map.of(), Set.of()));
    LedgerRecord unverifiedOnly = SampleRecords.first(Subject.order("o-1"));

    assertThat(LedgerOrders.order(untimed).createdAt())
        .isEqualTo(record.transitions().getFirst().receivedAt());
    assertThat(LedgerOrders.order(unverifiedOnly).createdAt())
        .isEqualTo(unverifiedOnly.revision().updatedAt());
  }

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_RECEIVED, FAILED,           false, true",
    "PROCESSING,       CANCELLED,        false, true",
    "ON_HOLD,          EXPIRED,          false, true",
    "PAYMENT_CLAIMED,  FAILED,           false, false",
    "AWAITING_PAYMENT, EXPIRED,          false, false",
    "PROCESSING,       FAILED,           true,  false",
    "PROCESSING,       COMPLETED,        false, false",
    "PROCESSING,       ,                 false, false",
    "UNKNOWN,          FAILED COMPLETED, false, true",
  })
  void failureAfterAPayment_isMarked(
      State current, @Nullable String ends, boolean refunded, boolean expected) {
    List<TerminalState> reported =
        ends == null
            ? List.of()
            : Stream.of(ends.split(" ", -1))
                .map(State::valueOf)
                .map(state -> new TerminalState(state, true, null))
                .toList();
    LedgerRecord record = SampleRecords.first(Subject.order("o-1"));
    LedgerRecord order =
        record.withContent(
            record
                .content()
                .withCurrentStatus(new OrderStatus(current, (FieldPrecedence) null))
                .withTerminalStates(new TerminalStates(reported, refunded, null)));

    assertThat(LedgerOrders.order(order).has(Mark.FAILED_WITHOUT_REFUND)).isEqualTo(expected);
  }

  @Test
  void onlyAnOpenConflict_isMarked() {
    assertThat(LedgerOrders.order(withConflict(null)).marks()).containsExactly(Mark.OPEN_CONFLICT);
    assertThat(LedgerOrders.order(withConflict(State.COMPLETED)).marks()).isEmpty();
  }

  @Test
  void table_isReadCompletely_withoutCustomers() {
    RecoveryStores stores = new RecoveryStores();
    IntStream.range(0, 600).forEach(number -> stores.put(Subject.order("o-" + number), 1, NOW));
    stores.put(Subject.customer("c-1"), 1, NOW);
    stores.erase(stores.put(Subject.order("erased"), 1, NOW));
    stores.erase(stores.put(Subject.customer("erased"), 1, NOW));
    stores.putUnreadable("order/newer");
    stores.putUnreadable("kyc/user/newer");
    stores.putUnreadable("reconcile/scan-checkpoint");
    List<AuditedOrder> read = new ArrayList<>();

    try (StoreClients clients = stores.newClients()) {
      SourceCoverage coverage =
          new LedgerOrders(new RecordReader(clients.tables(), clients.table())).read(read::add);

      assertThat(coverage).isEqualTo(SourceCoverage.COMPLETE);
    }
    assertThat(read).hasSize(602).allMatch(order -> order.source() == AuditSource.LEDGER);
    assertThat(read)
        .filteredOn(order -> !order.marks().isEmpty())
        .extracting(order -> order.subject() + " " + order.marks())
        .containsExactlyInAnyOrder("order/erased [ERASED]", "order/newer [UNREADABLE]");
  }

  private static LedgerRecord withConflict(@Nullable State resolved) {
    List<State> states = List.of(State.COMPLETED, State.EXPIRED);
    return SampleRecords.with(
        SampleRecords.first(Subject.order("o-1")),
        new TerminalStates(
            states.stream().map(state -> new TerminalState(state, true, null)).toList(),
            false,
            new TerminalStateConflict(states, null, resolved, 2, null)));
  }
}
