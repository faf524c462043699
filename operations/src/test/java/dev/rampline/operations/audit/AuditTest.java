package dev.rampline.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTest {
  private static final Instant DAY = AuditFixture.DAY;
  private static final String NEXT_DAY = "createdAt=2026-03-02T00:00:00Z";
  private static final String LAST_DAY = "createdAt=2026-03-03T00:00:00Z";

  @TempDir private Path folder;

  @Test
  void equalOrders_haveNoDifference() {
    AuditFixture audit =
        fixture()
            .both("o-1", State.COMPLETED, "partnerOrderId=p-1", "fiatAmount=100")
            .both("o-2", State.PROCESSING, "partnerOrderId=p-2");

    assertThat(
            audit.audit(
                "orderId,partnerOrderId,state,fiatAmount,note,paidOut",
                "o-2,p-2,processing,,hello,",
                "o-1,p-1,COMPLETED,100.00,,yes"))
        .isEmpty();
    assertThat(audit.summary())
        .satisfies(
            summary -> {
              assertThat(summary.isClean()).isTrue();
              assertThat(summary.rows()).isEqualTo(2);
              assertThat(summary.ledgerOrders()).isEqualTo(2);
              assertThat(summary.providerOrders()).isEqualTo(2);
              assertThat(summary.ignored()).containsExactly("note");
              assertThat(summary.window()).isEqualTo(new AuditWindow(DAY, DAY));
              assertThat(summary.compared())
                  .containsExactly(
                      AuditColumn.ORDER_ID,
                      AuditColumn.PARTNER_ORDER_ID,
                      AuditColumn.STATE,
                      AuditColumn.FIAT_AMOUNT,
                      AuditColumn.PAID_OUT);
            });
  }

  @Test
  void orderThatOneSourceLacks_isMissing() {
    assertThat(
            fixture()
                .both("o-1", State.COMPLETED)
                .ledger("o-2", State.COMPLETED)
                .provider("o-3", State.COMPLETED)
                .both("o-4", State.FAILED)
                .audit("orderId,state", "o-1,completed", "o-2,", "o-3,", "o-5,completed"))
        .containsExactly(
            "missing-at-provider o-2 - 3 state - completed -",
            "missing-in-ledger o-3 - 4 state - - completed",
            "missing-in-ledger o-5 - 5 state completed - -",
            "missing-at-provider o-5 - 5 state completed - -",
            "missing-in-file o-4 - - state - failed failed");
  }

  @ParameterizedTest
  @CsvSource({
    "orderId, o-1, o-2",
    "partnerOrderId, p-1, p-2",
    "id, o-1, p-2",
    "id, p-1, o-2",
    "ORDER_ID, o-1, o-2",
    "Partner Order-ID, p-1, p-2"
  })
  void eachIdColumn_findsTheOrder(String column, String first, String second) {
    AuditFixture audit =
        fixture()
            .both("o-1", State.COMPLETED, "partnerOrderId=p-1")
            .ledger("o-2", State.COMPLETED, "partnerOrderId=p-2")
            .provider("o-2", State.COMPLETED);

    assertThat(audit.audit(column, first, second)).isEmpty();
    assertThat(audit.audit(column, first))
        .containsExactly("missing-in-file o-2 p-2 - state - completed completed");
    assertThat(audit.audit(column, first, second, "other"))
        .hasSize(2)
        .allMatch(finding -> finding.contains("other") && finding.contains(" 4 "));
  }

  @Test
  void partnersIdOfAnotherOrder_isADifferentOrder() {
    assertThat(
            fixture()
                .both("o-1", State.COMPLETED, "partnerOrderId=p-1")
                .audit("orderId,partnerOrderId", "o-1,p-2"))
        .containsExactly("different-field o-1 p-1 2 partnerOrderId p-2 p-1 p-1");
  }

  @Test
  void unknownOrderId_isMatchedByThePartnersId() {
    assertThat(
            fixture()
                .both("o-1", State.COMPLETED, "partnerOrderId=p-1")
                .audit("orderId,partnerOrderId", "o-9,p-1"))
        .containsExactly("different-field o-1 p-1 2 orderId o-9 o-1 o-1");
  }

  @Test
  void orderInTwoRows_isReportedOnce_withItsFirstLine() {
    AuditFixture audit =
        fixture()
            .both("o-1", State.COMPLETED, "partnerOrderId=p-1")
            .both("o-2", State.COMPLETED, "partnerOrderId=p-2");

    assertThat(audit.audit("orderId", "o-1", "o-2", "o-1", "o-1"))
        .containsExactly(
            "duplicate-row o-1 - 4 line first in line 2 - -",
            "duplicate-row o-1 - 5 line first in line 2 - -");
    assertThat(audit.audit("partnerOrderId", "p-1", "p-2", "p-1"))
        .containsExactly("duplicate-row - p-1 4 line first in line 2 - -");
    assertThat(audit.audit("id", "p-1", "o-2", "o-1"))
        .containsExactly("duplicate-row p-1 - 2 line first in line 4 - -");
    assertThat(audit.audit("orderId,partnerOrderId", "o-1,p-1", ",p-2", ",p-1"))
        .containsExactly("duplicate-row - p-1 4 line first in line 2 - -");
  }

  @Test
  void partnersIdOfSeveralOrders_isAmbiguous() {
    AuditFixture audit = fixture();
    IntStream.rangeClosed(1, 5)
        .forEach(number -> audit.both("o-" + number, State.COMPLETED, "partnerOrderId=p"));

    assertThat(audit.audit("partnerOrderId", "p"))
        .containsExactly("ambiguous-id - p 2 orderId - o-1, o-2, o-3, … -");
    assertThat(audit.audit("orderId,partnerOrderId", "o-1,p"))
        .containsExactly(
            "missing-in-file o-2 p - state - completed completed",
            "missing-in-file o-3 p - state - completed completed",
            "missing-in-file o-4 p - state - completed completed",
            "missing-in-file o-5 p - state - completed completed");
  }

  @Test
  void twoOrdersOfAnId_areBothNamed() {
    assertThat(
            fixture()
                .both("o-1", State.COMPLETED, "partnerOrderId=p")
                .both("o-2", State.FAILED, "partnerOrderId=p")
                .audit("partnerOrderId", "p"))
        .containsExactly("ambiguous-id - p 2 orderId - o-1, o-2 -");
  }

  @Test
  void differentValues_areReportedByField() {
    assertThat(
            fixture()
                .ledger(
                    "o-1",
                    State.COMPLETED,
                    "fiatAmount=100",
                    "fiatCurrency=EUR",
                    "cryptoAmount=0.1",
                    "cryptoCurrency=ETH")
                .provider("o-1", State.FAILED, "fiatAmount=100.5", "fiatCurrency=eur")
                .audit(
                    "orderId,state,fiatAmount,fiatCurrency,cryptoAmount,cryptoCurrency",
                    "o-1,completed,100.50,EUR,0.10,BTC"))
        .containsExactly(
            "different-state o-1 - 2 state completed completed failed",
            "different-field o-1 - 2 fiatAmount 100.5 100 100.5",
            "different-field o-1 - 2 cryptoCurrency BTC ETH -");
  }

  @Test
  void ledgerAndProvider_areComparedWithoutTheFilesColumns() {
    assertThat(
            fixture()
                .ledger("o-1", State.COMPLETED, "cryptoAmount=1")
                .provider("o-1", State.PROCESSING, "cryptoAmount=2")
                .audit("id", "o-1"))
        .containsExactly(
            "different-state o-1 - 2 state - completed processing",
            "different-field o-1 - 2 cryptoAmount - 1 2");
  }

  @Test
  void fileAndLedger_areComparedWithoutTheProvider() {
    AuditFixture audit =
        fixture().coverage(null).ledger("o-1", State.REFUNDED, "cryptoCurrency=eth");

    assertThat(audit.audit("id,state,cryptoCurrency", "o-1,failed,ETH"))
        .containsExactly("different-state o-1 - 2 state failed refunded -");
    assertThat(audit.audit("id,state,cryptoCurrency", "o-1,refunded,BTC"))
        .containsExactly("different-field o-1 - 2 cryptoCurrency BTC eth -");
  }

  @Test
  void fileAndProvider_areComparedWithoutTheLedger() {
    assertThat(fixture().provider("o-1", State.FAILED).audit("orderId,state", "o-1,completed"))
        .containsExactly(
            "missing-in-ledger o-1 - 2 state completed - failed",
            "different-state o-1 - 2 state completed - failed");
  }

  @Test
  void erasedOrder_isNeitherMissingNorCompared() {
    AuditFixture audit =
        fixture()
            .both("o-1", State.COMPLETED)
            .ledger("o-2", null, "ERASED", "createdAt=")
            .provider("o-2", State.COMPLETED, "partnerOrderId=p-2")
            .ledger("o-3", null, "ERASED", "createdAt=");

    assertThat(audit.audit("orderId,state,paidOut", "o-1,,", "o-2,completed,yes", "o-3,,yes"))
        .isEmpty();
    assertThat(audit.audit("orderId,state", "o-1,", "o-2,failed"))
        .containsExactly("different-state o-2 p-2 3 state failed erased completed");
    assertThat(audit.audit("orderId,partnerOrderId", "o-1,", ",p-2")).isEmpty();
    assertThat(audit.audit("orderId", "o-1")).isEmpty();
  }

  @Test
  void unreadableRecord_isReported_alsoIfTheFileLacksIt() {
    AuditFixture audit =
        fixture()
            .both("o-1", State.COMPLETED)
            .ledger("o-2", null, "UNREADABLE", "createdAt=")
            .provider("o-2", State.COMPLETED);

    assertThat(audit.audit("orderId,paidOut", "o-1,", "o-2,yes"))
        .containsExactly("unreadable-record o-2 - 3 state - unreadable completed");
    assertThat(audit.audit("orderId", "o-1"))
        .containsExactly(
            "missing-in-file o-2 - - state - unreadable completed",
            "unreadable-record o-2 - - state - unreadable completed");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED,  ,              true,  ",
    "COMPLETED,  ,              false, completed-not-paid-out",
    "COMPLETED,  ,              '',    ",
    "COMPLETED,  OPEN_CONFLICT, yes,   paid-out-not-completed",
    "COMPLETED,  OPEN_CONFLICT, no,    ",
    "PROCESSING, ,              1,     paid-out-not-completed",
    "PROCESSING, ,              0,     ",
    "REFUNDED,   ,              TRUE,  paid-out-not-completed",
    "FAILED,     ,              YES,   paid-out-not-completed"
  })
  void payout_isComparedWithTheLedger(
      State state, @Nullable String mark, String paidOut, @Nullable String expected) {
    String[] marks = mark == null ? new String[0] : new String[] {mark};
    AuditFixture audit = fixture().coverage(null).ledger("o-1", state, marks);

    assertThat(audit.audit("id,paidOut", "o-1," + paidOut))
        .hasSize(expected == null ? 0 : 1)
        .allMatch(finding -> finding.startsWith(expected + " o-1 - 2 state - "));
  }

  @Test
  void payoutOfAnUnknownOrder_isReported() {
    assertThat(fixture().coverage(null).audit("id,paidOut", "o-1,true"))
        .containsExactly(
            "missing-in-ledger o-1 - 2 state - - -", "paid-out-not-completed o-1 - 2 state - - -");
  }

  @Test
  void conflict_isShownBesideTheState() {
    assertThat(
            fixture()
                .ledger("o-1", State.COMPLETED, "OPEN_CONFLICT")
                .provider("o-1", State.FAILED)
                .audit("id,paidOut", "o-1,true"))
        .containsExactly(
            "different-state o-1 - 2 state - completed (conflict) failed",
            "paid-out-not-completed o-1 - 2 state - completed (conflict) failed");
  }

  @Test
  void failureAfterAPayment_isReported_alsoIfTheFileLacksIt() {
    AuditFixture audit =
        fixture().both("o-1", State.COMPLETED).both("o-2", State.FAILED, "FAILED_WITHOUT_REFUND");

    assertThat(audit.audit("id,state", "o-1,", "o-2,failed"))
        .containsExactly("failed-without-refund o-2 - 3 state failed failed failed");
    assertThat(audit.audit("id,state", "o-1,"))
        .containsExactly(
            "missing-in-file o-2 - - state - failed failed",
            "failed-without-refund o-2 - - state - failed failed");
  }

  @Test
  void fileOfSomeDays_mustContainOnlyTheOrdersBetween() {
    AuditFixture audit =
        fixture()
            .both("before", State.COMPLETED, "createdAt=2026-02-28T23:59:59Z")
            .both("first", State.COMPLETED)
            .both("between", State.COMPLETED, NEXT_DAY)
            .provider("untimed", State.COMPLETED, "createdAt=")
            .both("last", State.COMPLETED, LAST_DAY)
            .both("after", State.COMPLETED, "createdAt=2026-03-03T00:00:01Z");

    assertThat(audit.audit("orderId", "last", "first"))
        .containsExactly(
            "missing-in-file between - - state - completed completed",
            "missing-in-file untimed - - state - - completed",
            "missing-in-ledger untimed - - state - - completed");
    assertThat(audit.summary().window())
        .isEqualTo(new AuditWindow(DAY, DAY.plus(Duration.ofDays(2))));
  }

  @Test
  void givenTimes_decideWhatTheFileMustContain() {
    AuditFixture audit =
        fixture()
            .window(DAY.plusSeconds(1), DAY.plus(Duration.ofDays(1)))
            .both("o-1", State.COMPLETED)
            .both("o-2", State.COMPLETED, NEXT_DAY)
            .both("o-3", State.COMPLETED, LAST_DAY);

    assertThat(audit.audit("orderId", "o-3"))
        .containsExactly("missing-in-file o-2 - - state - completed completed");
    assertThat(audit.audit("orderId"))
        .containsExactly("missing-in-file o-2 - - state - completed completed");
  }

  @Test
  void fileWithoutAKnownOrder_saysNothingAboutOthers() {
    AuditFixture audit = fixture().coverage(null).ledger("o-1", State.COMPLETED);

    assertThat(audit.audit("orderId", "o-9"))
        .containsExactly("missing-in-ledger o-9 - 2 state - - -");
    assertThat(audit.summary().window()).isNull();
  }

  @Test
  void fileWithoutRows_needsGivenTimes() {
    assertThatThrownBy(() -> fixture().audit("orderId,state"))
        .isInstanceOf(OrderFileException.class)
        .hasMessage("the file has a header but no rows");
  }

  @Test
  void partOfTheList_missesOnlyOrdersInIt() {
    AuditFixture audit =
        fixture()
            .coverage(new SourceCoverage(DAY.plusSeconds(1), 0, null))
            .ledger("old", State.COMPLETED)
            .ledger("new", State.COMPLETED, NEXT_DAY);

    assertThat(audit.audit("orderId", "old", "new", "unknown"))
        .containsExactly(
            "missing-at-provider new - 3 state - completed -",
            "missing-in-ledger unknown - 4 state - - -");
    assertThat(audit.summary().isClean()).isFalse();
  }

  @Test
  void listThatCouldNotBeRead_isNotClean() {
    AuditFixture audit =
        fixture()
            .coverage(new SourceCoverage(Instant.MAX, 0, "HTTP status 503"))
            .ledger("o-1", State.COMPLETED);

    assertThat(audit.audit("orderId", "o-1")).isEmpty();
    assertThat(audit.summary().isClean()).isFalse();
  }

  @Test
  void findings_areCountedByKind() {
    AuditFixture audit = fixture().both("o-1", State.FAILED);

    List<String> findings = audit.audit("orderId,state", "o-1,completed", "o-2,", "o-3,");

    assertThat(findings).hasSize(5);
    assertThat(audit.summary().findings())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                FindingKind.DIFFERENT_STATE, 1L,
                FindingKind.MISSING_IN_LEDGER, 2L,
                FindingKind.MISSING_AT_PROVIDER, 2L));
  }

  @Test
  void orderThatTheListReturnsTwice_isOneOrder() {
    AuditFixture audit = fixture().both("o-1", State.COMPLETED).provider("o-1", State.COMPLETED);

    assertThat(audit.audit("orderId", "o-1")).isEmpty();
    assertThat(audit.summary().providerOrders()).isEqualTo(1);
  }

  private AuditFixture fixture() {
    return new AuditFixture(folder);
  }
}
