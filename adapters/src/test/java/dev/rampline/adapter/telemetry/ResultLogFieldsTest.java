package dev.rampline.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.ingest.IngestResult;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.lifecycle.Decision;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.reconcile.ReconciliationReport.Count;
import dev.rampline.reconcile.RecoveredEvent;
import dev.rampline.reconcile.RunFailures;
import dev.rampline.reconcile.RunPart;
import dev.rampline.reconcile.SkippedSubject;
import dev.rampline.reconcile.StopReason;
import dev.rampline.reconcile.UnreadableAnswerException;
import dev.rampline.reconcile.WaitingSubject;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The log fields and metrics of processed events and of reconciliation runs. */
class ResultLogFieldsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Subject ORDER = Subject.order("o-1");
  private static final LedgerRecord RECORD = SampleRecords.first(ORDER);
  private static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);
  private static final String EVENT =
      ",\"channel\":\"%s\",\"subject\":\"order/o-1\",\"state\":\"processing\","
          + "\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"decision\":\"%s\","
          + "\"version\":\"7\",\"delivery\":\"%s\"";

  @Test
  void verifiedEvent_isLoggedWithItsResult() {
    VerifiedEvent event =
        new VerifiedEvent(
            ORDER,
            new StatusReport(State.PROCESSING, null, null, "ORDER_PROCESSING", "PROCESSING"),
            new EventFields(Map.of("fiatAmount", "canary"), Set.of()),
            NOW,
            EventMetadata.ofWebhook(NOW, null));

    assertThat(json(IngestLogFields.addTo(event, stateChanged(), entry())))
        .contains(EVENT.formatted("webhook", "state-changed", "sent"))
        .doesNotContain("canary");
  }

  @Test
  void unverifiedEvent_isLoggedWithItsResult() {
    UnverifiedEvent event = new UnverifiedEvent(ORDER, State.PROCESSING, Channel.SOCKET, NOW);

    assertThat(json(IngestLogFields.addTo(event, duplicate(), entry())))
        .contains(EVENT.formatted("socket", "duplicate", "none"));
  }

  @Test
  void result_isCounted() {
    assertThat(json(IngestLogFields.count(duplicate(), entry())))
        .contains("\"events\":1")
        .doesNotContain("conflicts", "erased", "sendsFailed");
    assertThat(json(IngestLogFields.count(result(new Decision.Erased(), Delivery.NONE), entry())))
        .contains("\"erased\":1");
    assertThat(
            json(
                IngestLogFields.count(
                    result(new Decision.Conflict(conflict()), Delivery.LEFT_TO_RELAY), entry())))
        .contains("\"conflicts\":1", "\"sendsFailed\":1");
  }

  @Test
  void run_isLoggedWithItsCounts() {
    LogEntry entry = entry();
    ReconciliationLogFields.addTo(
        new ReconciliationReport(
            Map.of(
                Count.CHECKED, 11,
                Count.FIRST_REPORTED, 8,
                Count.LEFT_TO_RELAY, 9,
                Count.CONFLICT_FOUND, 2,
                Count.CONFLICT_RESOLVED, 3,
                Count.UNKNOWN, 4,
                Count.UNREADABLE, 5,
                Count.ERASED, 6,
                Count.ABANDONED, 7),
            List.of(recovered()),
            new RunFailures(Map.of(), List.of(), List.of(stop(RunPart.ORDER_LIST, 503))),
            NOW.minusSeconds(100),
            new WaitingSubject(ORDER, NOW.minusSeconds(60)),
            new WaitingSubject(ORDER, NOW.minusSeconds(50)),
            new WaitingSubject(ORDER, NOW.minusSeconds(40)),
            true),
        NOW,
        entry);

    assertThat(json(entry))
        .contains(
            "\"listScan\":\"completed\"",
            "\"part\":\"order-list\"",
            "\"cause\":\"http-5xx\"",
            "\"status\":\"503\"",
            "\"oldestOpenSubject\":\"order/o-1\"",
            "\"stopped\":1",
            "\"listScansCompleted\":1",
            "\"checked\":11",
            "\"recovered\":1",
            "\"firstReportedByApi\":8",
            "\"sendsFailed\":9",
            "\"conflicts\":2",
            "\"conflictsResolved\":3",
            "\"unknownToProvider\":4",
            "\"unreadableRecords\":5",
            "\"erased\":6",
            "\"lookupsAbandoned\":7",
            "\"oldestChecked\":100",
            "\"oldestOpen\":60",
            "\"oldestUnconfirmedSubject\":\"order/o-1\"",
            "\"oldestUnconfirmed\":50",
            "\"oldestConflictSubject\":\"order/o-1\"",
            "\"oldestConflict\":40");
  }

  @Test
  void runWithoutAnything_isLoggedWithItsProgress() {
    LogEntry entry = entry();
    ReconciliationLogFields.addTo(report(List.of(), List.of()), NOW, entry);

    assertThat(json(entry))
        .contains("\"listScan\":\"under-way\"", "\"listScansCompleted\":0", "\"checked\":0")
        .doesNotContain("stopped", "oldest", "part", "cause", "firstReported", "sendsFailed");
  }

  @Test
  void detailsOfARun_areEntriesOfTheirOwn() {
    List<String> lines = new ArrayList<>();
    ReconciliationLogFields.writeDetails(
        report(
            List.of(recovered()),
            List.of(
                stop(RunPart.ORDER_LIST, 503),
                stop(RunPart.ORDER_LOOKUPS, 503),
                stop(RunPart.KYC_LOOKUPS, 401))),
        "reconcile",
        NOW,
        entry -> lines.add(entry.json()));

    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).contains(EVENT.formatted("api", "state-changed", "sent"));
    assertThat(lines.get(1)).contains("\"cause\":\"http-5xx\"", "\"lookupsFailed\":3");
    assertThat(lines.get(2))
        .contains("\"subject\":\"order/o-1\"", "\"cause\":\"http-403\"", "\"status\":\"403\"");
    assertThat(lines.get(3))
        .contains("\"subject\":\"order/o-1\"", "\"fault\":\"timeout\"")
        .doesNotContain("cause");
    assertThat(lines.get(4)).contains("\"part\":\"kyc-lookups\"", "\"cause\":\"http-401\"");
    assertThat(lines).allMatch(line -> line.contains("\"function\":\"reconcile\""));
  }

  private static ReconciliationReport report(
      List<RecoveredEvent> recovered, List<StopReason> stops) {
    return new ReconciliationReport(
        Map.of(),
        recovered,
        recovered.isEmpty()
            ? new RunFailures(Map.of(), List.of(), stops)
            : new RunFailures(
                Map.of(FailureCause.HTTP_SERVER_ERROR, 3),
                List.of(
                    new SkippedSubject(
                        ORDER, new UnreadableAnswerException(CallFailure.ofStatus(403))),
                    new SkippedSubject(
                        ORDER, new UnreadableRecordException(new SocketTimeoutException()))),
                stops),
        null,
        null,
        null,
        null,
        false);
  }

  private static RecoveredEvent recovered() {
    return new RecoveredEvent(ORDER, State.PROCESSING, stateChanged());
  }

  private static StopReason stop(RunPart part, int status) {
    CallFailure failure = CallFailure.ofStatus(status);
    return new StopReason(part, failure, new UnreadableAnswerException(failure));
  }

  private static IngestResult stateChanged() {
    return result(new Decision.StateChanged(RECORD), Delivery.SENT);
  }

  private static IngestResult duplicate() {
    return result(new Decision.Duplicate(), Delivery.NONE);
  }

  private static IngestResult result(Decision decision, Delivery delivery) {
    return new IngestResult(decision, 7, delivery, TRACE);
  }

  private static LedgerRecord conflict() {
    List<State> states = List.of(State.COMPLETED, State.FAILED);
    return SampleRecords.with(
        RECORD,
        new TerminalStates(
            states.stream().map(state -> new TerminalState(state, true, null)).toList(),
            false,
            new TerminalStateConflict(states, null, null, 1, null)));
  }

  private static LogEntry entry() {
    return new LogEntry("test", NOW);
  }

  private static String json(LogEntry entry) {
    return entry.json();
  }
}
