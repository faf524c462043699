package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Decision;
import dev.rampline.message.Message;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.TraceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a trace goes through ingesting. */
abstract class IngestTraceContract extends IngestSetting {
  private static final Instant AT = Instant.parse("2026-03-01T10:30:00Z");
  private static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);
  private static final TraceContext OTHER =
      new TraceContext("5759e988bd862e3fe1be46a994272793", "53995c3f42cd8ad8", 0);

  @Test
  void trace_ofAWord_isInItsRecordAndBesideItsMessage() {
    IngestResult result = ingest(traced(AT, TRACE));

    assertThat(result.trace()).isEqualTo(TRACE);
    assertThat(record().last().trace()).isEqualTo(TRACE);
    assertThat(received(1)).extracting(Message::trace).containsExactly(TRACE);
  }

  @Test
  void word_withoutATrace_beginsOneOfItsOwn() {
    IngestResult told = ingest(SampleWords.word(subject, State.PROCESSING, Map.of()));
    IngestResult claimed = ingest(new Claim(subject, State.COMPLETED, Channel.SOCKET, AT));

    assertThat(claimed.trace().traceId()).isNotEqualTo(told.trace().traceId());
    assertThat(record().last().trace()).isEqualTo(claimed.trace());
    assertThat(received(2))
        .extracting(Message::trace)
        .containsExactly(told.trace(), claimed.trace());
  }

  @Test
  void word_thatMakesNoVersion_leavesTheTraceOfTheOneThatDid() {
    ingest(traced(AT, TRACE));
    LedgerRecord before = record();

    IngestResult repeated = ingest(SampleWords.word(subject, State.PROCESSING, Map.of()));
    IngestResult noted = ingest(traced(AT.plusSeconds(1), OTHER));

    assertThat(List.of(repeated.decision().text(), noted.decision().text()))
        .containsExactly(new Decision.Duplicate().text(), "metadata-only");
    assertThat(record().revision().number()).isGreaterThan(before.revision().number());
    assertThat(record().last()).isEqualTo(before.last());
  }

  private Observation traced(Instant at, TraceContext trace) {
    Observation word =
        SampleWords.word(subject, State.PROCESSING, at, new Details(Map.of(), Set.of()));
    return new Observation(
        word.subject(),
        word.word(),
        word.details(),
        word.occurredAt(),
        Reception.ofWebhook(at.plusMillis(300), trace));
  }
}
