package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ingesting into a ledger in which another writer is always faster. */
class LostRacesTest {
  private static final Duration BUDGET = Duration.ofMinutes(1);

  private final List<Duration> delays = new ArrayList<>();
  private final AlwaysLateLedger ledger = new AlwaysLateLedger();
  private final Ingest ingest =
      new Ingest(
          ledger,
          new InMemoryPublisher(),
          new MessageComposer("test"),
          BUDGET,
          new GreatestNumbers(),
          delays::add);

  @Test
  void delays_growToALimit_andAreLimitedInNumber() {
    loseAll(SampleRecords.freshOrder());

    List<Long> first = List.of(4L, 8L, 16L, 32L);
    Stream<Long> rest = LongStream.range(first.size(), 49).mapToObj(attempt -> 64L);
    assertThat(delays)
        .extracting(Duration::toMillis)
        .containsExactlyElementsOf(Stream.concat(first.stream(), rest).toList());
  }

  @Test
  void writeId_isOneRandomUuid_forAllAttempts() {
    loseAll(SampleRecords.freshOrder());

    assertThat(ledger.writers).hasSize(50);
    assertThat(ledger.writers)
        .containsOnly(UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff"));
  }

  @Test
  void customer_isReadConsistentlyForEachAttempt_andAnOrderOnceEventually() {
    loseAll(SampleRecords.freshOrder());
    loseAll(Subject.user("a-customer"));

    assertThat(ledger.reads).startsWith(Ledger.Consistency.EVENTUAL).hasSize(51);
    assertThat(ledger.reads.stream().skip(1)).containsOnly(Ledger.Consistency.STRONG);
  }

  @Test
  void creation_isNotRead_aWebhookMayBeDecidedOnAStaleRecord_andALookupMayNot() {
    VerifiedEvent webhook =
        SampleVerifiedEvents.event(SampleRecords.freshOrder(), State.COMPLETED, Map.of());
    StatusReport created = new StatusReport(State.PROCESSING, null, null, "ORDER_CREATED", null);

    lose(with(webhook, created, webhook.metadata()));
    lose(webhook);
    lose(
        with(
            webhook,
            webhook.status(),
            EventMetadata.ofLookup(webhook.metadata().receivedAt(), 1, false)));

    assertThat(ledger.reads)
        .containsExactly(
            Ledger.Consistency.REMEMBERED, Ledger.Consistency.EVENTUAL, Ledger.Consistency.STRONG);
  }

  private static VerifiedEvent with(
      VerifiedEvent event, StatusReport status, EventMetadata metadata) {
    return new VerifiedEvent(event.subject(), status, event.fields(), event.occurredAt(), metadata);
  }

  private void loseAll(Subject subject) {
    State state = subject.kind() == Subject.Kind.ORDER ? State.PROCESSING : State.APPROVED;
    lose(SampleVerifiedEvents.event(subject, state, Map.of()));
  }

  private void lose(VerifiedEvent event) {
    Deadline deadline = Deadline.after(BUDGET, InstantSource.system());
    assertThatThrownBy(() -> ingest.ingest(event, deadline))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  /** Returns another writer's record of an earlier state for every write. */
  private static final class AlwaysLateLedger implements Ledger {
    private final List<Consistency> reads = new ArrayList<>();
    private final List<UUID> writers = new ArrayList<>();

    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      reads.add(consistency);
      return Optional.empty();
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      writers.add(next.revision().writeIds().getLast());
      return new WriteResult.Superseded(others(next.subject(), deadline));
    }

    private static Entry others(Subject subject, Deadline deadline) {
      State early = subject.kind() == Subject.Kind.ORDER ? State.AWAITING_PAYMENT : State.SUBMITTED;
      InMemoryLedger their = new InMemoryLedger();
      new Ingest(
              their,
              new InMemoryPublisher(),
              new MessageComposer("test"),
              BUDGET,
              RandomGenerator.getDefault(),
              duration -> {})
          .ingest(SampleVerifiedEvents.event(subject, early, Map.of()), deadline);
      return their.read(subject, Consistency.STRONG, deadline).orElseThrow();
    }
  }

  /** Returns the greatest number. */
  private static final class GreatestNumbers implements RandomGenerator {
    @Override
    public long nextLong() {
      return -1;
    }

    @Override
    public long nextLong(long bound) {
      return bound - 1;
    }
  }
}
