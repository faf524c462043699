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

  private static final LastChange WORD =
      new LastChange(
          "state-changed",
          null,
          "ORDER_PROCESSING",
          "PROCESSING",
          null,
          EventMetadata.ofWebhook(NOON, null));

  private final EventStore chronicle = new EventStore("staging", InstantSource.fixed(NOON), 3);

  @Test
  void lineBeforeTheChange_andChangeBeforeTheLine_tellTheSame() {
    hear(ORDER, "state-changed", 1);
    see(null, record(ORDER, 1));
    JsonNode lineFirst = story(ORDER).path("entries");

    Subject other = Subject.order("o-2");
    see(null, record(other, 1));
    hear(other, "state-changed", 1);

    assertThat(lineFirst).hasSize(1);
    assertThat(lineFirst.get(0).path("delivery").asText()).isEqualTo("sent");
    assertThat(story(other).path("entries")).hasSize(1);
    assertThat(story(other).path("entries").get(0).path("delivery").asText()).isEqualTo("sent");
  }

  @Test
  void wordThatChangesNothing_hasItsPlaceByTime_thoughItsVersionIsSeenLater() {
    hear(ORDER, "state-changed", 1);
    hear(ORDER, "duplicate", 1);
    see(null, record(ORDER, 1));

    assertThat(story(ORDER).path("entries").findValuesAsText("decision"))
        .containsExactlyInAnyOrder("state-changed", "duplicate");
    assertThat(story(ORDER).at("/summary/counts/duplicate").asInt()).isEqualTo(1);
  }

  @Test
  void recordThatIsHandedOverAgain_tellsNothingTwice_andNoOlderOneTakesItsPlace() {
    LedgerRecord first = record(ORDER, 1);
    LedgerRecord second = record(ORDER, 2);
    see(null, first);
    see(first, second);
    see(null, first);

    assertThat(story(ORDER).path("entries")).hasSize(2);
    assertThat(story(ORDER).at("/summary/version").asInt()).isEqualTo(2);
  }

  @Test
  void subjectsBeyondTheMost_leave_theLongestUnchangedFirst() {
    List<Subject> subjects = List.of("1", "2", "3", "4").stream().map(Subject::order).toList();
    subjects.subList(0, 3).forEach(subject -> see(null, record(subject, 1)));
    see(record(subjects.getFirst(), 1), record(subjects.getFirst(), 2));
    see(null, record(subjects.getLast(), 1));

    assertThat(chronicle.timeline("order/2")).isEmpty();
    assertThat(chronicle.timeline("order/1")).isPresent();
    assertThat(chronicle.channels(SocketState.ABSENT).at("/ledger/subjects").asInt()).isEqualTo(3);
  }

  @Test
  void subjectsThatWereOnlyHeardOf_areNotShown_andTakeNoMoreRoomThanOthers() {
    see(null, record(ORDER, 1));
    List.of("a", "b", "c").forEach(id -> hear(Subject.order(id), "queued-for-retry", 0));

    assertThat(chronicle.timeline("order/c")).isEmpty();
    assertThat(chronicle.channels(SocketState.ABSENT).at("/ledger/subjects").asInt()).isZero();
    see(null, record(Subject.order("c"), 1));
    assertThat(story(Subject.order("c")).path("entries").findValuesAsText("decision"))
        .containsExactlyInAnyOrder("queued-for-retry", "state-changed");
  }

  @Test
  void forgottenSubject_leavesNothingOfItsStory() {
    hear(ORDER, "state-changed", 1);
    LedgerRecord record = record(ORDER, 1);
    see(null, record);
    chronicle.addChange(new LedgerChange(record, record.toTombstone(NOON), Map.of()));
    hear(ORDER, "erased", 1);

    assertThat(story(ORDER).path("entries"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.path("kind").asText()).isEqualTo("erased"));
    assertThat(story(ORDER).at("/summary/state").asText()).isEqualTo("erased");
    assertThat(story(ORDER).at("/summary/ids")).isEmpty();
    assertThat(story(ORDER).at("/summary/counts")).isEmpty();
  }

  @Test
  void lineOfAWholeRun_isNoArrival_butCounts() {
    chronicle.add(
        JsonNodes.read(new LogEntry("reconcile", NOON).field("listScan", "completed").json()));

    assertThat(chronicle.channels(SocketState.ABSENT).at("/reconcile/scan").asText())
        .isEqualTo("completed");
    assertThat(chronicle.channels(SocketState.ABSENT).path("decisions")).isEmpty();
  }

  @Test
  void runThatStopped_showsWhy_withoutAClassName() {
    chronicle.add(
        JsonNodes.read(
            new LogEntry("reconcile", NOON)
                .field("listScan", "under-way")
                .field("cause", "http-5xx")
                .field("status", "503")
                .json()));

    assertThat(chronicle.channels(SocketState.ABSENT).at("/reconcile/cause").asText())
        .isEqualTo("Stopped: HTTP status 503");
  }

  private void hear(Subject subject, String decision, int version) {
    LogEntry line =
        new LogEntry("webhook", NOON)
            .field("channel", "webhook")
            .field("status", "200")
            .field("subject", subject.text())
            .field("decision", decision)
            .field("version", Integer.toString(version))
            .field("delivery", decision.equals("state-changed") ? "sent" : "none");
    chronicle.add(JsonNodes.read(line.json()));
  }

  private void see(@Nullable LedgerRecord before, LedgerRecord after) {
    chronicle.addChange(new LedgerChange(before, after, Map.of()));
  }

  private JsonNode story(Subject subject) {
    return chronicle.timeline(subject.text()).orElseThrow();
  }

  private static LedgerRecord record(Subject subject, int version) {
    return new LedgerRecord(
        subject,
        new Revision(version, version, List.of(), NOON.plusSeconds(version)),
        RecordContent.empty(subject.kind()),
        List.of(),
        WORD,
        UnknownAttributes.NONE);
  }
}
