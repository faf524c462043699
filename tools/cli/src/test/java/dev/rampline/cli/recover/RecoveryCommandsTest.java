package dev.rampline.cli.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.cli.CommandRun;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.resources.QueuePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redrives and republishes messages on real queues that have just received the same ids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryCommandsTest {
  private final RecoveryFixture fixture = new RecoveryFixture();

  @AfterEach
  void empty() {
    fixture.empty();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void republishedSubject_sendsTheSameBytesEachTime() {
    String message = fixture.createOrder("again");

    assertThat(fixture.run("republish", "--subject", "order/again").out())
        .isEqualToNormalizingNewlines("sent     1\n");
    assertThat(fixture.run("republish", "--subject", "order/again", "--json").out())
        .startsWith("{\"sent\":1,\"remaining\":[]");
    assertThat(fixture.drain(QueuePlan.EVENTS)).containsExactly(message, message);
  }

  @Test
  void unknownSubject_isNotRepublished() {
    CommandRun run = fixture.run("republish", "--subject", "order/unknown");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("not sent order/unknown: the ledger has no record of it");
  }

  @Test
  void republishSince_sendsOnlyNewerRecords() {
    fixture.createOrder("one");
    fixture.createOrder("two");

    assertThat(fixture.run("republish", "--since", "2999-01-01T00:00:00Z").out())
        .startsWith("sent     0");
    assertThat(fixture.run("republish", "--since", "2000-01-01T00:00:00Z").code()).isZero();
    assertThat(fixture.drain(QueuePlan.EVENTS))
        .anyMatch(body -> body.contains("\"order/one/1\""))
        .anyMatch(body -> body.contains("\"order/two/1\""));
  }

  @Test
  void republishSince_findsWhatWasWrittenSince_howeverOldTheEventIs() {
    Instant begin = Instant.now();
    fixture.send(QueuePlan.RETRY, RetryDocument.write(receivedThreeDaysBefore(begin, "late")));
    List<String> messages = new ArrayList<>();
    await().until(() -> messages.addAll(fixture.drain(QueuePlan.EVENTS)));

    CommandRun run = fixture.run("republish", "--since", begin.toString());

    assertThat(run.code()).isZero();
    assertThat(fixture.drain(QueuePlan.EVENTS)).containsAll(messages);
  }

  @Test
  void republishAfter_resumesAfterThatSubject() {
    fixture.createOrder("first");
    fixture.createOrder("second");

    List<String> afterFirst = republishedAfter("order/first");
    List<String> afterSecond = republishedAfter("order/second");

    assertThat(afterFirst).noneMatch(body -> body.contains("\"order/first/1\""));
    assertThat(afterSecond).noneMatch(body -> body.contains("\"order/second/1\""));
    // The order of the table is arbitrary, but stable: one of the two comes after the other.
    assertThat(afterFirst.stream().anyMatch(body -> body.contains("\"order/second/1\"")))
        .isNotEqualTo(afterSecond.stream().anyMatch(body -> body.contains("\"order/first/1\"")));
  }

  private List<String> republishedAfter(String subject) {
    assertThat(fixture.run("republish", "--all", "--after", subject).code()).isZero();
    return fixture.drain(QueuePlan.EVENTS);
  }

  @Test
  void deadLetteredEvents_areSentUnchanged() {
    String message = fixture.createOrder("failed-on");
    fixture.sendDeadEvent("order/failed-on", message);

    CommandRun run = fixture.run("redrive", "--from", "events");

    assertThat(run.out()).isEqualToNormalizingNewlines("sent     1\n");
    assertThat(run.code()).isZero();
    assertThat(fixture.drain(QueuePlan.EVENTS)).containsExactly(message);
    assertThat(fixture.drain(QueuePlan.EVENTS_DEAD)).isEmpty();
  }

  @Test
  void dryRun_listsMessages_andDoesNotMoveThem() {
    fixture.sendDeadEvent("order/seen", "{\"id\":\"order/seen/7\"}");

    assertThat(fixture.run("redrive", "--from", "events", "--dry-run").out())
        .isEqualToNormalizingNewlines("order/seen/7\n");
    assertThat(fixture.drain(QueuePlan.EVENTS)).isEmpty();
    assertThat(fixture.drain(QueuePlan.EVENTS_DEAD)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "events,The dead-letter queue of events is empty.",
    "relay,The dead-letter queue of relay is empty.",
    "quarantine,The quarantine is empty."
  })
  void emptyQueue_isReported(String queue, String sentence) {
    CommandRun listed = fixture.run("redrive", "--from", queue, "--dry-run");
    CommandRun run = fixture.run("redrive", "--from", queue);

    assertThat(listed.code()).isZero();
    assertThat(listed.out()).isEqualToNormalizingNewlines(sentence + "\n");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualToNormalizingNewlines("sent     0\n" + sentence + "\n");
    assertThat(fixture.run("redrive", "--from", queue, "--dry-run", "--json").out()).isEmpty();
  }

  @Test
  void dryRun_reportsMessagesThatAnotherRunHolds() {
    fixture.sendDeadEvent("order/held", "{\"id\":\"order/held/1\"}");
    fixture.hold(QueuePlan.EVENTS_DEAD);

    CommandRun run = fixture.run("redrive", "--from", "events", "--dry-run");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("Another run, which may have been killed, holds messages: 1.");
  }

  @Test
  void dryRun_reportsThatThereMayBeMore() {
    for (int number = 1; number <= 12; number++) {
      fixture.sendDeadEvent("order/many", "{\"id\":\"order/many/%d\"}".formatted(number));
    }

    CommandRun run = fixture.run("redrive", "--from", "events", "--dry-run");

    assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(12);
    assertThat(run.err()).contains("there may be more");
  }

  @Test
  void relayMessages_sendTheCurrentRecord_andForeignOnesStay() {
    String message = fixture.createOrder("unsendable");
    fixture.send(
        QueuePlan.RELAY_DEAD, "{\"subject\":\"order/unsendable\",\"version\":1,\"reason\":\"X\"}");
    fixture.send(QueuePlan.RELAY_DEAD, "{\"DDBStreamBatchInfo\":{}}");

    CommandRun run = fixture.run("redrive", "--from", "relay");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("sent     1", "it has no subject; run republish --since");
    assertThat(fixture.drain(QueuePlan.EVENTS)).containsExactly(message);
    assertThat(fixture.drain(QueuePlan.RELAY_DEAD)).hasSize(1);
  }

  @Test
  void retryMessages_areQueuedForRetryAgain_upToTheLimit() {
    fixture.send(QueuePlan.RETRY_DEAD, "event 1");
    fixture.send(QueuePlan.RETRY_DEAD, "event 2");

    assertThat(fixture.run("redrive", "--from", "retry", "--limit", "1").out())
        .isEqualToNormalizingNewlines("sent     1\n");

    // The retry function cannot read the message and moves it to the dead-letter queue again.
    await().until(() -> fixture.visible(QueuePlan.RETRY_DEAD) == 2);
    assertThat(fixture.drain(QueuePlan.RETRY_DEAD)).containsExactlyInAnyOrder("event 1", "event 2");
  }

  private static VerifiedEvent receivedThreeDaysBefore(Instant now, String orderId) {
    return new VerifiedEvent(
        Subject.order(orderId),
        new StatusReport(State.COMPLETED, null, null, "ORDER_COMPLETED", "COMPLETED"),
        new EventFields(Map.of("orderId", orderId), Set.of()),
        null,
        EventMetadata.ofWebhook(now.minus(Duration.ofDays(3)), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redrive",
        "redrive --from nowhere",
        "redrive --from events --limit 0",
        "redrive --from events --rate 0",
        "republish",
        "republish --all --since 2026-01-01T00:00:00Z",
        "republish --subject nonsense",
        "republish --subject order/one --after order/two",
        "republish --since yesterday",
      })
  void invalidArguments_areRejected(String line) {
    CommandRun run = CommandRun.of(line.split(" "));

    assertThat(run.code()).as(Arrays.toString(line.split(" "))).isEqualTo(2);
  }

  @Test
  void missingStores_areReportedInOneSentence() {
    CommandRun run = CommandRun.of("redrive", "--from", "retry", "--port-offset", "49999");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("Cannot connect to the stores. Start `./rampline dev` first");
  }
}
