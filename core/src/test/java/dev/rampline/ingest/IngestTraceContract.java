package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Decision;
import dev.rampline.message.CloudEventMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of traces in ingesting. */
abstract class IngestTraceContract extends IngestFixture {
  private static final Instant AT = Instant.parse("2026-03-01T10:30:00Z");
  private static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);
  private static final TraceContext OTHER =
      new TraceContext("5759e988bd862e3fe1be46a994272793", "53995c3f42cd8ad8", 0);

  @Test
  void trace_ofAnEvent_isInItsRecordAndItsMessage() {
    IngestResult result = ingest(traced(AT, TRACE));

    assertThat(result.trace()).isEqualTo(TRACE);
    assertThat(record().lastChange().trace()).isEqualTo(TRACE);
    assertThat(received(1)).extracting(CloudEventMessage::trace).containsExactly(TRACE);
  }

  @Test
  void event_withoutATrace_startsANewTrace() {
    IngestResult verified = ingest(SampleVerifiedEvents.event(subject, State.PROCESSING, Map.of()));
    IngestResult unverified =
        ingest(new UnverifiedEvent(subject, State.COMPLETED, Channel.SOCKET, AT));

    assertThat(unverified.trace().traceId()).isNotEqualTo(verified.trace().traceId());
    assertThat(record().lastChange().trace()).isEqualTo(unverified.trace());
    assertThat(received(2))
        .extracting(CloudEventMessage::trace)
        .containsExactly(verified.trace(), unverified.trace());
  }

  @Test
  void eventWithoutANewVersion_keepsTheRecordedTrace() {
    ingest(traced(AT, TRACE));
    LedgerRecord before = record();

    IngestResult repeated = ingest(SampleVerifiedEvents.event(subject, State.PROCESSING, Map.of()));
    IngestResult metadataOnly = ingest(traced(AT.plusSeconds(1), OTHER));

    assertThat(List.of(repeated.decision().text(), metadataOnly.decision().text()))
        .containsExactly(new Decision.Duplicate().text(), "metadata-only");
    assertThat(record().revision().number()).isGreaterThan(before.revision().number());
    assertThat(record().lastChange()).isEqualTo(before.lastChange());
  }

  @Test
  void listener_receivesEachNewVersion_withTheTraceOfItsMessage() {
    List<String> versions = new ArrayList<>();
    List<TraceContext> traces = new ArrayList<>();
    Ingest ingest =
        on(ledger())
            .withListener(
                (record, result) -> {
                  versions.add(record.version() + " " + result.decision().text());
                  traces.add(result.trace());
                });

    ingest.ingest(traced(AT, TRACE), deadline());
    ingest.ingest(traced(AT, OTHER), deadline());
    ingest.ingest(new UnverifiedEvent(subject, State.COMPLETED, Channel.SOCKET, AT), deadline());

    assertThat(versions).containsExactly("1 state-changed", "2 unverified");
    assertThat(received(2)).extracting(CloudEventMessage::trace).containsExactlyElementsOf(traces);
  }

  private VerifiedEvent traced(Instant at, TraceContext trace) {
    VerifiedEvent event =
        SampleVerifiedEvents.event(
            subject, State.PROCESSING, at, new EventFields(Map.of(), Set.of()));
    return new VerifiedEvent(
        event.subject(),
        event.status(),
        event.fields(),
        event.occurredAt(),
        EventMetadata.ofWebhook(at.plusMillis(300), trace));
  }
}
