package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.failure.CallFailure;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.subscriber.processing.WorkerPool.Outcome;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookupTaskTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T10:30:00Z"));
  private static final Subject ORDER = Subject.order("o-1");

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryPublisher queue = new InMemoryPublisher();
  private final List<String> lines = new ArrayList<>();
  private final ProcessorTelemetry telemetry =
      new ProcessorTelemetry(line -> lines.add(line.json()), CLOCK);
  private Supplier<Optional<Json>> answer = () -> order("COMPLETED");
  private @Nullable RuntimeException ledgerFault;
  private int requests;

  @Test
  void unverifiedEvent_isResolvedByTheAnswer() {
    receive(State.COMPLETED);

    assertThat(lookUp(1)).isEqualTo(Outcome.DONE);

    assertThat(requests).isEqualTo(1);
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"subject\":\"order/o-1\"", "\"decision\":\"state-changed\"");
    assertThat(counts())
        .contains("\"lookups\":1", "\"unverifiedEventsResolved\":1", "\"firstReportedByApi\":1");
  }

  @Test
  void subjectWithoutAnUnverifiedEvent_isNotLookedUp() {
    assertThat(lookUp(1)).isEqualTo(Outcome.DONE);

    assertThat(requests).isZero();
    assertThat(counts()).contains("\"lookups\":0");
  }

  @Test
  void orderThatTheProviderDoesNotKnow_isCounted() {
    receive(State.COMPLETED);
    answer = Optional::empty;

    assertThat(lookUp(1)).isEqualTo(Outcome.DONE);

    assertThat(counts()).contains("\"unknownToProvider\":1", "\"unverifiedEventsResolved\":0");
    assertThat(lines).isEmpty();
  }

  @Test
  void unavailableProvider_isAskedFiveTimes_andThenLeftToTheReconciler() {
    receive(State.COMPLETED);
    answer =
        () -> {
          throw new ProviderUnavailableException(CallFailure.ofStatus(503), null);
        };

    for (int attempt = 1; attempt < 5; attempt++) {
      assertThat(lookUp(attempt)).isEqualTo(Outcome.RETRY);
    }
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"cause\":\"http-5xx\",\"status\":\"503\"")
        .doesNotContain("lookupsFailed");
    assertThat(lookUp(5)).isEqualTo(Outcome.DONE);

    assertThat(requests).isEqualTo(5);
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast()).contains("\"subject\":\"order/o-1\"", "\"lookupsFailed\":1");
  }

  @Test
  void unavailableLedger_isRetried() {
    ledgerFault = new LedgerUnavailableException("canary", null);

    assertThat(lookUp(1)).isEqualTo(Outcome.RETRY);
    assertThat(lookUp(5)).isEqualTo(Outcome.DONE);

    assertThat(lines).hasSize(2).noneMatch(line -> line.contains("canary"));
  }

  @Test
  void unreadableRecord_isCounted() {
    ledgerFault = new UnreadableRecordException(new IllegalStateException("canary"));

    assertThat(lookUp(1)).isEqualTo(Outcome.DONE);

    assertThat(counts()).contains("\"unreadableRecords\":1");
    assertThat(lines).singleElement().asString().doesNotContain("canary", "lookupsFailed");
  }

  @Test
  void bug_isLogged_andNotRetried() {
    receive(State.COMPLETED);
    answer =
        () -> {
          throw new IllegalStateException("canary");
        };

    assertThat(lookUp(1)).isEqualTo(Outcome.DONE);

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("java.lang.IllegalStateException", "\"lookupsFailed\":1")
        .doesNotContain("canary");
  }

  @Test
  void answerWhoseMessageCannotBeSent_isCounted() {
    receive(State.COMPLETED);
    Publisher down =
        (messages, deadline) ->
            messages.stream().map(message -> new Unsent(message, false, "down")).toList();

    assertThat(task(down).execute(ORDER, Optional.of("o-1"), 1)).isEqualTo(Outcome.DONE);

    assertThat(counts()).contains("\"sendsFailed\":1", "\"unverifiedEventsResolved\":1");
  }

  @Test
  void answerThatContradictsATerminalState_isCountedAsAConflict() {
    receive(State.COMPLETED);
    lookUp(1);
    receive(State.FAILED);
    counts();
    answer = () -> order("FAILED");

    assertThat(lookUp(1)).isEqualTo(Outcome.DONE);

    assertThat(lines.getLast()).contains("\"decision\":\"conflict\"");
    assertThat(counts()).contains("\"conflicts\":");
  }

  private Outcome lookUp(int attempt) {
    return task(queue).execute(ORDER, Optional.of("o-1"), attempt);
  }

  private void receive(State state) {
    ingest(queue)
        .ingest(
            new UnverifiedEvent(ORDER, state, Channel.SOCKET, CLOCK.instant()),
            Deadline.after(Duration.ofSeconds(5), CLOCK));
  }

  private static Optional<Json> order(String status) {
    return JsonReader.read("{\"id\":\"o-1\",\"status\":\"%s\"}".formatted(status));
  }

  private String counts() {
    LogEntry entry = new LogEntry("test", Instant.EPOCH);
    telemetry.addCounts(entry);
    return entry.json();
  }

  private LookupTask task(Publisher publisher) {
    return new LookupTask(
        new ProviderLookup(
            new OneOrderClient(),
            new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of()),
            ingest(publisher),
            CLOCK),
        new FailingLedger(),
        telemetry,
        CLOCK);
  }

  private Ingest ingest(Publisher publisher) {
    return new Ingest(
        ledger,
        publisher,
        new MessageComposer("test"),
        Duration.ofSeconds(3),
        new Random(1),
        delay -> {});
  }

  /** The provider's API as the test wants it. */
  private final class OneOrderClient implements ProviderClient {
    @Override
    public Json orders(int page, Deadline deadline) {
      throw new AssertionError("The list is not requested");
    }

    @Override
    public Optional<Json> order(String orderId, Deadline deadline) {
      requests++;
      return answer.get();
    }

    @Override
    public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
      throw new AssertionError("No customer is known");
    }
  }

  /** The ledger, with the fault that the test wants. */
  private final class FailingLedger implements Ledger {
    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      if (ledgerFault != null) {
        throw ledgerFault;
      }
      return ledger.read(subject, consistency, deadline);
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      return ledger.write(next, deadline);
    }
  }
}
