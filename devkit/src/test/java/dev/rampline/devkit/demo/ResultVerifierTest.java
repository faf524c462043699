package dev.rampline.devkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.demo.QuiescenceWaiter.Snapshot;
import dev.rampline.emulator.EmulatedEvent;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.EventSideEffects;
import dev.rampline.emulator.ExpectedState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResultVerifierTest {
  private static final ExpectedState PAID =
      new ExpectedState("order/1", "completed", Set.of("completed"), Map.of("orderId", "1"));
  private static final LedgerRow PAID_ROW = row("order/1", "completed", 2);

  @Test
  void findings_ofCorrectResults_areEmpty() {
    DemoFindings findings = compare(PAID_ROW, message(1, "processing"), message(2, "completed"));

    assertThat(findings.hasNoProblems()).isTrue();
    assertThat(findings.right()).isEqualTo(1);
  }

  @Test
  void findings_ofAMissingRecord_listItAsLost() {
    Snapshot nothing = new Snapshot(Map.of(), List.of());

    assertThat(ResultVerifier.of(plan(), List.of(), nothing).lost())
        .containsExactly("order/1 (a scenario): no record");
  }

  @Test
  void findings_ofAMissingMessage_listItAsLost() {
    assertThat(compare(PAID_ROW, message(2, "completed")).lost())
        .containsExactly("order/1/1: no message");
  }

  @Test
  void findings_ofASubjectWithoutMessages_listItAsLost() {
    assertThat(compare(PAID_ROW).lost()).containsExactly("order/1: no message");
  }

  @Test
  void findings_ofADuplicateMessage_listIt() {
    QueuedMessage last = message(2, "completed");

    assertThat(compare(PAID_ROW, message(1, "processing"), last, last).doubled())
        .containsExactly("order/1/2: sent twice");
  }

  @Test
  void findings_ofAVersionFromADuplicateEvent_listIt() {
    assertThat(compare(PAID_ROW, message(1, "completed"), message(2, "completed")).doubled())
        .containsExactly("order/1/2: equals the version before it");
  }

  @Test
  void findings_ofADifferentRecord_listItAsWrong() {
    LedgerRow failed = row("order/1", "failed", 1);

    assertThat(compare(failed, message(1, "failed")).wrong())
        .containsExactly(
            "order/1 (a scenario): state failed, expected [completed]",
            "order/1 (a scenario): terminal states [failed], expected [completed]");
  }

  @Test
  void findings_ofAMissingField_listItAsWrong() {
    LedgerRow bare =
        new LedgerRow(
            "order/1", "completed", 1, Set.of("completed"), false, Set.of(), Map.of(), "");

    assertThat(compare(bare, message(1, "completed")).wrong())
        .containsExactly("order/1 (a scenario): orderId absent, expected 1");
  }

  @Test
  void findings_ofALastMessageUnlikeTheRecord_listItAsWrong() {
    assertThat(compare(PAID_ROW, message(1, "completed"), message(2, "processing")).wrong())
        .containsExactly("order/1/2: state processing where the record says completed");
  }

  @Test
  void findings_ofAnUnexpectedRecord_listItAsWrong() {
    Snapshot outcome =
        new Snapshot(
            Map.of("order/1", row("order/1", "completed", 1), "order/2", PAID_ROW),
            List.of(message(1, "completed")));

    assertThat(ResultVerifier.of(plan(), List.of(), outcome).wrong())
        .contains("order/2: unexpected record");
  }

  @Test
  void findings_ofASocketOnlyRecord_acceptOnlyStateUnknown() {
    assertThat(socketOnly("unknown")).isEmpty();
    assertThat(socketOnly("completed"))
        .containsExactly("order/socket-only: completed, reported by the socket alone");
  }

  private static List<String> socketOnly(String state) {
    LedgerRow row =
        new LedgerRow(
            "order/socket-only", state, 1, Set.of(), false, Set.of("completed"), Map.of(), "");
    return ResultVerifier.of(plan(), List.of(), new Snapshot(rows(PAID_ROW, row), List.of()))
        .accepted();
  }

  @Test
  void findings_ofAnUnreportedTerminalState_listItEvenIfReverted() {
    assertThat(compare(PAID_ROW, message(1, "failed"), message(2, "completed")).accepted())
        .containsExactly("order/1/1: failed, which no channel reported");
  }

  @Test
  void findings_ofATerminalStateMissingInTheRecord_listItAsLost() {
    assertThat(compare(row("order/1", "processing", 1), message(1, "processing")).lost())
        .containsExactly("order/1 (a scenario): expected completed, but the state is processing");
  }

  @Test
  void findings_ofAForgeryInTheLedger_listIt() {
    LedgerRow marked =
        new LedgerRow(
            "order/1", "completed", 1, Set.of(), false, Set.of(), Map.of(), "errorCode=f0rged");

    assertThat(compare(marked, message(1, "completed")).accepted())
        .containsExactly("order/1: the ledger contains a forgery");
  }

  private static DemoFindings compare(LedgerRow row, QueuedMessage... messages) {
    Snapshot outcome = new Snapshot(rows(row), Arrays.asList(messages));
    return ResultVerifier.of(plan(), List.of(), outcome);
  }

  private static Map<String, LedgerRow> rows(LedgerRow... rows) {
    return Arrays.stream(rows).collect(Collectors.toMap(LedgerRow::subject, Function.identity()));
  }

  private static LedgerRow row(String subject, String state, long version) {
    return new LedgerRow(
        subject, state, version, Set.of(state), false, Set.of(), Map.of("orderId", "1"), "");
  }

  private static QueuedMessage message(long version, String state) {
    return QueuedMessage.read(
        """
        {"id":"order/1/%1$d","subject":"order/1","sequence":"%1$020d",
         "data":{"state":"%2$s","version":%1$d,"receivedAt":"2025-03-03T08:00:0%1$dZ"}}
        """
            .formatted(version, state));
  }

  private static EmulationPlan plan() {
    EmulatedEvent event =
        new EmulatedEvent(
            "{}",
            Instant.EPOCH,
            new EventSideEffects(PAID.fields(), "COMPLETED", Optional.empty()));
    return new EmulationPlan(
        List.of(new EmulatedScenario("a scenario", PAID, List.of(event), false)),
        List.of(),
        Set.of(),
        Set.of("order/socket-only"));
  }
}
