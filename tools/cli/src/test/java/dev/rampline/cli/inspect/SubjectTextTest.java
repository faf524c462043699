package dev.rampline.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.failure.CallFailure;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.operations.lookup.ProviderAnswer;
import dev.rampline.operations.lookup.QueueCounts;
import dev.rampline.operations.lookup.SubjectReport;
import dev.rampline.operations.lookup.WaitingQueue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubjectTextTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:50:00Z");
  private static final Subject SUBJECT = Subject.order("o-1");
  private static final Map<WaitingQueue, OptionalInt> EMPTY =
      Map.of(WaitingQueue.QUARANTINE, OptionalInt.of(0));

  @Test
  void order_isShownUnderHeadings() {
    LedgerRecord created = next(null, "2026-11-20T23:59:58.9Z", State.AWAITING_PAYMENT, "100");
    LedgerRecord completed = next(created, "2026-11-21T01:48:05.123Z", State.COMPLETED, "100");
    ProviderAnswer answer =
        new ProviderAnswer.Known(
            State.FAILED,
            "FAILED",
            new TreeMap<>(Map.of("fiatAmount", "90.5", "network", "ethereum")),
            null);

    assertThat(lines(completed, answer, EMPTY))
        .containsExactly(
            "Ledger: completed, not confirmed. Provider: FAILED. Different: state, fiatAmount."
                + " Check due since 00:04 UTC.",
            "",
            "order/o-1",
            "  message     order/o-1/2",
            "  last write  2026-11-20 23:59:58",
            "",
            "Timeline (UTC)",
            "  received    state             channel  trust   decision       version  reported",
            "  2026-11-20",
            "  23:59:58    awaiting-payment  webhook  signed  -              1",
            "  2026-11-21",
            "  01:48:05    completed         webhook  signed  state-changed  2        COMPLETED",
            "",
            "Ledger and provider",
            "  field       ledger     provider",
            "  state       completed  FAILED    different",
            "  fiatAmount  100        90.5      different",
            "  network     -          ethereum",
            "",
            "Queues",
            "  empty: retry, quarantine, and all dead-letter queues");
  }

  @Test
  void providerWithoutAnAnswer_hasNoColumn() {
    LedgerRecord created = next(null, "2026-11-20T23:59:58.9Z", State.AWAITING_PAYMENT, "100");

    assertThat(lines(created, new ProviderAnswer.Failed(CallFailure.ofStatus(503)), EMPTY))
        .contains("  field       ledger", "  fiatAmount  100");
  }

  @Test
  void waitingMessages_areShownWithTheNextCommand() {
    assertThat(
            lines(
                null,
                new ProviderAnswer.NotKnown(),
                Map.of(
                    WaitingQueue.RETRY, OptionalInt.of(3),
                    WaitingQueue.QUARANTINE, OptionalInt.of(1),
                    WaitingQueue.RELAY_DEAD, OptionalInt.empty())))
        .containsExactly(
            "Ledger: no record. Provider: not known.",
            "",
            "order/o-1",
            "",
            "Queues",
            "  events that wait for the ledger    3",
            "  payloads that could not be placed  1         ./rampline quarantine --stack s",
            "  messages that could not be sent    not read");
  }

  @Test
  void erasedSubject_hasNothingElse() {
    LedgerRecord created = next(null, "2026-11-20T23:59:58.9Z", State.AWAITING_PAYMENT, "100");

    assertThat(lines(created.toTombstone(NOW), new ProviderAnswer.NoUrl(), EMPTY))
        .startsWith("Ledger: erased at 01:50 UTC. Provider: not asked, no URL is configured.")
        .hasSize(6);
  }

  @Test
  void controlCharacters_areReplaced() {
    ProviderAnswer answer =
        new ProviderAnswer.Known(State.UNKNOWN, "\u001b[2J", new TreeMap<>(), null);

    assertThat(lines(null, answer, EMPTY)).noneMatch(line -> line.contains("\u001b"));
  }

  private static LedgerRecord next(
      @Nullable LedgerRecord record, String at, State state, String amount) {
    VerifiedEvent event =
        new VerifiedEvent(
            SUBJECT,
            new StatusReport(state, null, null, "ORDER", state.name()),
            new EventFields(Map.of("fiatAmount", amount), Set.of()),
            null,
            EventMetadata.ofWebhook(Instant.parse(at), null));
    return Lifecycle.decide(record, event, LookupScope.CONFIRM).nextRecord().orElseThrow();
  }

  private static List<String> lines(
      @Nullable Entry entry, ProviderAnswer answer, Map<WaitingQueue, OptionalInt> queues) {
    SubjectReport report = new SubjectReport(SUBJECT, entry, answer, new QueueCounts(queues));
    return new SubjectText(report, NOW, " --stack s").lines();
  }
}
