package dev.rampline.operations.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.failure.CallFailure;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:50:00Z");
  private static final Map<String, String> HUNDRED = Map.of("fiatAmount", "100");

  @Test
  void openConflict_saysSinceWhenAndNotToPayOut() {
    LedgerRecord order =
        new RecordBuilder("order/1")
            .signed("2026-11-21T01:47:00Z", State.COMPLETED, HUNDRED)
            .signed("2026-11-21T01:48:05Z", State.FAILED, HUNDRED)
            .build();

    assertVerdict(
        LookupOutcome.DIFFERS,
        order,
        known(State.FAILED, HUNDRED),
        "Ledger: completed, not confirmed. Provider: FAILED. Conflict open since 01:48 UTC: do not"
            + " pay out. Different: state. Check due since 01:48 UTC.");
  }

  @Test
  void openConflict_differsAlsoFromAnAgreeingOrSilentProvider() {
    LedgerRecord order =
        completed()
            .signed("2026-11-20T23:59:00Z", State.FAILED, HUNDRED)
            .signed("2026-11-21T01:49:00Z", State.COMPLETED, Map.of("network", "ethereum"))
            .build();

    assertVerdict(
        LookupOutcome.DIFFERS,
        order,
        known(State.COMPLETED, HUNDRED),
        "Ledger: completed, not confirmed. Provider: COMPLETED. Conflict open since 2026-11-20 23:59 UTC: do not pay out."
            + " Check due since 2026-11-20 22:05 UTC.");
    assertVerdict(
        LookupOutcome.DIFFERS,
        order,
        new ProviderAnswer.Failed(CallFailure.ofStatus(503)),
        "Ledger: completed, not confirmed. Provider: no answer (HTTP status 503). Conflict open since 2026-11-20 23:59 UTC: do"
            + " not pay out. Check due since 2026-11-20 22:05 UTC.");
  }

  @Test
  void settledConflict_isNotOpen() {
    LedgerRecord order =
        completed()
            .signed("2026-11-21T01:48:05Z", State.FAILED, HUNDRED)
            .fetched("2026-11-21T01:49:00Z", State.COMPLETED, HUNDRED)
            .build();

    assertVerdict(
        LookupOutcome.AGREES,
        order,
        known(State.COMPLETED, HUNDRED),
        "Ledger: completed, confirmed. Provider: COMPLETED. They agree.");
  }

  @Test
  void sameStateAndFields_agree() {
    assertVerdict(
        LookupOutcome.AGREES,
        completed().build(),
        known(State.COMPLETED, Map.of("fiatAmount", "100.00", "network", "ethereum")),
        "Ledger: completed, not confirmed. Provider: COMPLETED. They agree. Check due since"
            + " 2026-11-20 22:05 UTC.");
  }

  @Test
  void otherStateAndAmount_areNamed() {
    LedgerRecord order =
        new RecordBuilder("order/1")
            .signed("2026-11-21T01:49:00Z", State.PROCESSING, HUNDRED)
            .build();

    assertVerdict(
        LookupOutcome.DIFFERS,
        order,
        known(State.COMPLETED, Map.of("fiatAmount", "90")),
        "Ledger: processing. Provider: COMPLETED. Different: state, fiatAmount. Next check 01:54"
            + " UTC.");
  }

  @Test
  void whatTheApiCannotReport_isNoDifference() {
    LedgerRecord expired =
        new RecordBuilder("order/1").signed("2026-11-21T01:49:00Z", State.EXPIRED, HUNDRED).build();
    LedgerRecord refunded =
        completed().signed("2026-11-21T01:49:00Z", State.REFUNDED, HUNDRED).build();
    LedgerRecord refundAlone =
        new RecordBuilder("order/1")
            .signed("2026-11-21T01:49:00Z", State.REFUNDED, HUNDRED)
            .build();

    assertThat(outcome(expired, known(State.CANCELLED, HUNDRED))).isEqualTo(LookupOutcome.AGREES);
    assertThat(outcome(expired, known(State.COMPLETED, HUNDRED))).isEqualTo(LookupOutcome.DIFFERS);
    assertThat(outcome(refunded, known(State.COMPLETED, HUNDRED))).isEqualTo(LookupOutcome.AGREES);
    assertThat(outcome(refunded, known(State.FAILED, HUNDRED))).isEqualTo(LookupOutcome.DIFFERS);
    assertThat(outcome(refundAlone, known(State.FAILED, HUNDRED))).isEqualTo(LookupOutcome.AGREES);
  }

  @Test
  void providerWithoutAnAnswer_isSaid() {
    LedgerRecord order =
        new RecordBuilder("order/1")
            .fetched("2026-11-21T01:00:00Z", State.COMPLETED, HUNDRED)
            .build();

    assertVerdict(
        LookupOutcome.NOT_COMPARED,
        order,
        new ProviderAnswer.NoUrl(),
        "Ledger: completed, confirmed. Provider: not asked, no URL is configured.");
    assertVerdict(
        LookupOutcome.NOT_COMPARED,
        order,
        new ProviderAnswer.NoId(),
        "Ledger: completed, confirmed. Provider: not asked, no id for it is known.");
    assertVerdict(
        LookupOutcome.NO_ANSWER,
        order,
        new ProviderAnswer.Failed(CallFailure.ofStatus(401)),
        "Ledger: completed, confirmed. Provider: no answer (HTTP status 401).");
    assertVerdict(
        LookupOutcome.DIFFERS,
        order,
        new ProviderAnswer.NotKnown(),
        "Ledger: completed, confirmed. Provider: not known.");
  }

  @Test
  void openEvents_areNamed() {
    LedgerRecord order =
        new RecordBuilder("order/1")
            .signed("2026-11-21T01:48:00Z", State.PROCESSING, HUNDRED)
            .unrecognized("2026-11-21T01:48:30Z", "SETTLED")
            .unverified("2026-11-21T01:49:00Z", State.COMPLETED)
            .build();

    assertVerdict(
        LookupOutcome.DIFFERS,
        order,
        new ProviderAnswer.Known(State.UNKNOWN, "SETTLED", new TreeMap<>(), null),
        "Ledger: processing. Provider: SETTLED, which is not documented. Unverified: completed. Not"
            + " recognized: SETTLED. Different: state. Check due since 01:48 UTC.");
  }

  @Test
  void missingRecord_differsFromAProviderThatHasOne() {
    assertVerdict(
        LookupOutcome.DIFFERS,
        null,
        known(State.COMPLETED, HUNDRED),
        "Ledger: no record. Provider: COMPLETED.");
    assertVerdict(
        LookupOutcome.NOT_FOUND,
        null,
        new ProviderAnswer.NotKnown(),
        "Ledger: no record. Provider: not known.");
    assertVerdict(
        LookupOutcome.NOT_FOUND,
        null,
        new ProviderAnswer.Failed(CallFailure.ofStatus(500)),
        "Ledger: no record. Provider: no answer (HTTP status 500).");
  }

  @Test
  void erasedSubject_isSaid() {
    assertVerdict(
        LookupOutcome.ERASED,
        completed().build().toTombstone(Instant.parse("2026-11-21T01:30:00Z")),
        known(State.COMPLETED, HUNDRED),
        "Ledger: erased at 01:30 UTC. Provider: COMPLETED.");
  }

  @Test
  void customersConflict_isNoPayout() {
    LedgerRecord customer =
        new RecordBuilder("kyc/customer/1")
            .signed("2026-11-21T01:00:00Z", State.APPROVED, Map.of())
            .build();

    assertVerdict(
        LookupOutcome.DIFFERS,
        customer,
        known(State.REJECTED, Map.of()),
        "Ledger: approved, not confirmed. Provider: REJECTED. Different: state. Check due since"
            + " 01:05 UTC.");
  }

  private static RecordBuilder completed() {
    return new RecordBuilder("order/1").signed("2026-11-20T22:00:00Z", State.COMPLETED, HUNDRED);
  }

  private static ProviderAnswer known(State state, Map<String, String> fields) {
    return new ProviderAnswer.Known(state, state.name(), new TreeMap<>(fields), null);
  }

  private static LookupOutcome outcome(LedgerRecord record, ProviderAnswer answer) {
    return report(record, answer).outcome();
  }

  private static SubjectReport report(@Nullable Entry entry, ProviderAnswer answer) {
    return new SubjectReport(
        entry == null ? Subject.order("1") : entry.subject(),
        entry,
        answer,
        new QueueCounts(Map.of()));
  }

  private static void assertVerdict(
      LookupOutcome outcome, @Nullable Entry entry, ProviderAnswer answer, String text) {
    SubjectReport report = report(entry, answer);

    assertThat(new Verdict(report, NOW).text()).isEqualTo(text);
    assertThat(report.outcome()).isEqualTo(outcome);
  }
}
