package dev.rampline.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Subject;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.Revision;
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

    assertThat(store.timeline("order/2")).isEmpty();
    assertThat(store.timeline("order/1")).isPresent();
    assertThat(store.channels(SocketState.ABSENT).at("/ledger/subjects").asInt()).isEqualTo(3);
  }

  @Test
  void subjectsWithoutARecord_areNotShown_andAreLimited() {
    addChange(null, record(ORDER, 1));
    List.of("a", "b", "c").forEach(id -> addEvent(Subject.order(id), "queued-for-retry", 0));

    assertThat(store.timeline("order/c")).isEmpty();
    assertThat(store.channels(SocketState.ABSENT).at("/ledger/subjects").asInt()).isZero();
    addChange(null, record(Subject.order("c"), 1));
    assertThat(timeline(Subject.order("c")).path("entries").findValuesAsText("decision"))
        .containsExactlyInAnyOrder("queued-for-retry", "state-changed");
  }

  @Test
  void erasedSubject_losesItsTimeline() {
    addEvent(ORDER, "state-changed", 1);
    LedgerRecord record = record(ORDER, 1);
    addChange(null, record);
    store.addChange(new LedgerChange(record, record.toTombstone(NOON), Map.of()));
    addEvent(ORDER, "erased", 1);

    assertThat(timeline(ORDER).path("entries"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.path("kind").asText()).isEqualTo("erased"));
    assertThat(timeline(ORDER).at("/summary/state").asText()).isEqualTo("erased");
    assertThat(timeline(ORDER).at("/summary/ids")).isEmpty();
    assertThat(timeline(ORDER).at("/summary/counts")).isEmpty();
  }

  @Test
  void entryOfARun_isNoEvent_butCounts() {
    store.add(
        JsonNodes.read(new LogEntry("reconcile", NOON).field("listScan", "completed").json()));

    assertThat(store.channels(SocketState.ABSENT).at("/reconcile/scan").asText())
        .isEqualTo("completed");
    assertThat(store.channels(SocketState.ABSENT).path("decisions")).isEmpty();
  }

  @Test
  void stoppedRun_showsTheCause_withoutAClassName() {
    store.add(
        JsonNodes.read(
            new LogEntry("reconcile", NOON)
                .field("listScan", "under-way")
                .field("cause", "http-5xx")
                .field("status", "503")
                .json()));

    assertThat(store.channels(SocketState.ABSENT).at("/reconcile/cause").asText())
        .isEqualTo("Stopped: HTTP status 503");
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
    store.add(entry);
  }

  private void addChange(@Nullable LedgerRecord before, LedgerRecord after) {
    store.addChange(new LedgerChange(before, after, Map.of()));
  }

  private JsonNode timeline(Subject subject) {
    return store.timeline(subject.text()).orElseThrow();
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
