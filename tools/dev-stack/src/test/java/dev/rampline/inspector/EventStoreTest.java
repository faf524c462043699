package dev.rampline.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.OrderStatus;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnknownAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStoreTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Subject ORDER = Subject.order("o-1");

  private static final LastChange LAST_CHANGE =
      new LastChange(
          "state-changed",
          null,
          "ORDER_PROCESSING",
          "PROCESSING",
          null,
          EventMetadata.ofWebhook(NOON, null));

  private final EventStore store = new EventStore("staging", InstantSource.fixed(NOON), 3);

  @Test
  void entryAndChange_inEitherOrder_areOneTimelineEntry() {
    addEvent(ORDER, "state-changed", 1);
    addChange(null, record(ORDER, 1));
    JsonNode entryFirst = timeline(ORDER).path("entries");

    Subject other = Subject.order("o-2");
    addChange(null, record(other, 1));
    addEvent(other, "state-changed", 1);

    assertThat(entryFirst).hasSize(1);
    assertThat(entryFirst.get(0).path("delivery").asText()).isEqualTo("sent");
    assertThat(timeline(other).path("entries")).hasSize(1);
    assertThat(timeline(other).path("entries").get(0).path("delivery").asText()).isEqualTo("sent");
  }

  @Test
  void duplicateEvent_isInTheTimeline_beforeTheChangeArrives() {
    addEvent(ORDER, "state-changed", 1);
    addEvent(ORDER, "duplicate", 1);
    addChange(null, record(ORDER, 1));

    assertThat(timeline(ORDER).path("entries").findValuesAsText("decision"))
        .containsExactlyInAnyOrder("state-changed", "duplicate");
    assertThat(timeline(ORDER).at("/summary/counts/duplicate").asInt()).isEqualTo(1);
  }

  @Test
  void repeatedChange_isIgnored_andAnOlderOneReplacesNothing() {
    LedgerRecord first = record(ORDER, 1);
    LedgerRecord second = record(ORDER, 2);
    addChange(null, first);
    addChange(first, second);
    addChange(null, first);

    assertThat(timeline(ORDER).path("entries")).hasSize(2);
    assertThat(timeline(ORDER).at("/summary/version").asInt()).isEqualTo(2);
  }

  @Test
  void subjectsBeyondTheLimit_areRemoved_longestUnchangedFirst() {
    List<Subject> subjects = List.of("1", "2", "3", "4").stream().map(Subject::order).toList();
    subjects.subList(0, 3).forEach(subject -> addChange(null, record(subject, 1)));
    addChange(record(subjects.getFirst(), 1), record(subjects.getFirst(), 2));
    addChange(null, record(subjects.getLast(), 1));

    assertThat(store.timeline(Subject.order("2"))).isEmpty();
    assertThat(store.timeline(Subject.order("1"))).isPresent();
    assertThat(channels().at("/ledger/subjects").asInt()).isEqualTo(3);
  }

  @Test
  void subjectsWithoutARecord_areNotShown_andAreLimited() {
    addChange(null, record(ORDER, 1));
    List.of("a", "b", "c").forEach(id -> addEvent(Subject.order(id), "queued-for-retry", 0));

    assertThat(store.timeline(Subject.order("c"))).isEmpty();
    assertThat(channels().at("/ledger/subjects").asInt()).isZero();
    addChange(null, record(Subject.order("c"), 1));
    assertThat(timeline(Subject.order("c")).path("entries").findValuesAsText("decision"))
        .containsExactlyInAnyOrder("queued-for-retry", "state-changed");
  }

  @Test
  void erasedSubject_losesItsTimeline() {
    addEvent(ORDER, "state-changed", 1);
    LedgerRecord record = record(ORDER, 1);
    addChange(null, record);
    store.addChange(new LedgerChange(record, record.toTombstone(NOON), Map.of()), true);
    addEvent(ORDER, "erased", 1);

    assertThat(timeline(ORDER).path("entries"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.path("kind").asText()).isEqualTo("erased"));
    assertThat(timeline(ORDER).at("/summary/state").asText()).isEqualTo("erased");
    assertThat(timeline(ORDER).at("/summary/ids")).isEmpty();
    assertThat(timeline(ORDER).at("/summary/counts")).isEmpty();
  }

  @Test
  void change_isAnEvent_withoutALogEntry() {
    try (Feed feed = new Feed()) {
      addChange(null, record(ORDER, 1));
      addChange(null, record(ORDER, 1));
      addEvent(ORDER, "state-changed", 1);

      JsonNode event = feed.next().getFirst();
      assertThat(event.path("decision").asText()).isEqualTo("state-changed");
      assertThat(event.path("subject").asText()).isEqualTo("order/o-1");
      assertThat(event.path("channel").asText()).isEqualTo("webhook");
      assertThat(channels().at("/decisions/state-changed").asInt()).isEqualTo(1);
      assertThat(channels().path("messages").asInt()).isEqualTo(1);
    }
  }

  @Test
  void olderChange_isInTheTimeline_andIsNoEvent() {
    store.addChange(new LedgerChange(null, record(ORDER, 1), Map.of()), false);

    assertThat(timeline(ORDER).path("entries")).hasSize(1);
    assertThat(channels().path("decisions")).isEmpty();
    assertThat(channels().path("messages").asInt()).isZero();
  }

  @Test
  void logEntryOfACustomer_whichHasAHash_isInTheTimeline() {
    Subject customer = Subject.customer("c-1");
    addChange(null, record(customer, 1));
    try (Feed feed = new Feed()) {
      addEvent(customer, "duplicate", 1);

      assertThat(customer.logId()).doesNotContain("c-1");
      assertThat(timeline(customer).path("entries").findValuesAsText("decision"))
          .containsExactlyInAnyOrder("state-changed", "duplicate");
      assertThat(feed.next().getFirst().path("subject").asText()).isEqualTo("kyc/customer/c-1");
    }
  }

  @Test
  void settledConflict_isNotCountedAsAnOpenOne() {
    LedgerRecord open = conflict(2, null);
    LedgerRecord resolved = conflict(3, State.FAILED);
    addChange(record(ORDER, 1), open);
    assertThat(channels().at("/ledger/conflicts").asInt()).isEqualTo(1);
    assertThat(timeline(ORDER).at("/entries/0/conflict/open").asBoolean()).isTrue();

    addChange(open, resolved);

    assertThat(channels().at("/ledger/conflicts").asInt()).isZero();
    assertThat(timeline(ORDER).at("/summary/conflict/open").asBoolean()).isFalse();
    assertThat(timeline(ORDER).at("/summary/conflict/resolved").asText()).isEqualTo("failed");
    assertThat(timeline(ORDER).at("/summary/counts"))
        .isEqualTo(JsonNodes.object().put("conflict", 1).put("conflict-resolved", 1));
    assertThat(channels().path("decisions")).isEqualTo(timeline(ORDER).at("/summary/counts"));
  }

  @Test
  void conflictingEvent_hasTheStateThatItReported() {
    try (Feed feed = new Feed()) {
      addChange(record(ORDER, 1), conflict(2, null));

      assertThat(feed.next().getFirst().path("state").asText()).isEqualTo("failed");
    }
  }

  @Test
  void entryOfARun_isNoEvent_butCounts() {
    store.addLogEntry(
        JsonNodes.read(new LogEntry("reconcile", NOON).field("listScan", "completed").json()));

    assertThat(channels().at("/reconcile/scan").asText()).isEqualTo("completed");
    assertThat(channels().path("decisions")).isEmpty();
  }

  @Test
  void stoppedRun_showsTheCause_withoutAClassName() {
    store.addLogEntry(
        JsonNodes.read(
            new LogEntry("reconcile", NOON)
                .field("listScan", "under-way")
                .field("cause", "http-5xx")
                .field("status", "503")
                .json()));

    assertThat(channels().at("/reconcile/cause").asText()).isEqualTo("Stopped: HTTP status 503");
  }

  private void addEvent(Subject subject, String decision, int version) {
    LogEntry entry =
        new LogEntry("webhook", NOON)
            .field("channel", "webhook")
            .field("status", "200")
            .subject(subject)
            .field("decision", decision)
            .field("version", Integer.toString(version))
            .field("delivery", decision.equals("state-changed") ? "sent" : "none");
    store.addLogEntry(JsonNodes.read(entry.json()));
  }

  private void addChange(@Nullable LedgerRecord before, LedgerRecord after) {
    store.addChange(new LedgerChange(before, after, Map.of()), true);
  }

  private JsonNode channels() {
    return store.channels(SocketState.ABSENT);
  }

  /** A client that gets new events. */
  private final class Feed implements AutoCloseable {
    private final SseBuffer buffer = store.connect(true);

    List<ObjectNode> next() {
      try {
        return buffer.next().orElseThrow().events();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    @Override
    public void close() {
      buffer.close();
    }
  }

  private static LedgerRecord conflict(int version, @Nullable State resolved) {
    TerminalStates states =
        new TerminalStates(
            List.of(),
            false,
            new TerminalStateConflict(
                List.of(State.COMPLETED, State.FAILED), null, resolved, version, null));
    LedgerRecord record = record(ORDER, version);
    return new LedgerRecord(
        ORDER,
        record.revision(),
        new RecordContent(
            new OrderStatus(State.PROCESSING, null), states, FieldValues.NONE, PendingChecks.NONE),
        List.of(),
        new LastChange("conflict", null, "ORDER_FAILED", "FAILED", null, LAST_CHANGE.metadata()),
        UnknownAttributes.NONE);
  }

  private JsonNode timeline(Subject subject) {
    return store.timeline(subject).orElseThrow();
  }

  private static LedgerRecord record(Subject subject, int version) {
    return new LedgerRecord(
        subject,
        new Revision(version, version, List.of(), NOON.plusSeconds(version)),
        RecordContent.empty(subject.kind()),
        List.of(),
        LAST_CHANGE,
        UnknownAttributes.NONE);
  }
}
