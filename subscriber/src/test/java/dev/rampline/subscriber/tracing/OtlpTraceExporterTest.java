package dev.rampline.subscriber.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.ingest.IngestResult;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.lifecycle.Decision;
import dev.rampline.verification.Secret;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OtlpTraceExporterTest {
  private static final PublishingSettings PUBLISHING =
      new PublishingSettings("https://sqs.eu-west-1.example/1/rampline-events.fifo", "staging");

  @AutoClose private final OtlpReceiver receiver = new OtlpReceiver();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  OtlpTraceExporterTest() throws IOException {}

  @Test
  void span_hasTheIdsOfTheEvent_andNoParent() {
    List<TraceContext> traces = List.of(newTrace(), newTrace(), newTrace());
    try (OtlpTraceExporter exporter = start()) {
      traces.forEach(trace -> export(exporter, SampleRecords.typicalOrder(), trace));
    }

    assertThat(receiver.ids())
        .containsExactlyElementsOf(
            traces.stream().map(trace -> trace.traceId() + "-" + trace.spanId()).toList());
    assertThat(receiver.spans()).allMatch(span -> span.getParentSpanId().isEmpty());
    assertThat(lines).isEmpty();
  }

  @Test
  void span_describesTheEvent() {
    LedgerRecord order = SampleRecords.typicalOrder();
    Instant before = Instant.now();
    try (OtlpTraceExporter exporter = start()) {
      export(exporter, order, newTrace());
    }

    Span span = receiver.spans().getFirst();
    assertThat(span.getName()).isEqualTo("send rampline-events.fifo");
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_PRODUCER);
    assertThat(OtlpReceiver.attributes(span.getAttributesList()))
        .isEqualTo(
            Map.of(
                "messaging.system", "aws_sqs",
                "messaging.operation.type", "send",
                "messaging.operation.name", "send",
                "messaging.destination.name", "rampline-events.fifo",
                "rampline.subject", order.subject().text(),
                "rampline.decision", "duplicate",
                "rampline.channel", order.lastChange().metadata().channel().text(),
                "rampline.state", "completed",
                "rampline.delivery", "sent"));
    assertThat(instant(span.getStartTimeUnixNano()))
        .isEqualTo(order.lastChange().metadata().receivedAt());
    assertThat(instant(span.getEndTimeUnixNano())).isBetween(before, Instant.now());
    assertThat(receiver.resource())
        .containsEntry("service.name", "partner-subscriber")
        .containsEntry("deployment.environment.name", "staging");
  }

  @Test
  void customer_isNamedByItsHash() {
    LedgerRecord customer = SampleRecords.first(Subject.customer("canary@example.com"));
    try (OtlpTraceExporter exporter = start()) {
      export(exporter, customer, newTrace());
    }

    Span span = receiver.spans().getFirst();
    assertThat(OtlpReceiver.attributes(span.getAttributesList()))
        .containsEntry("rampline.subject", customer.subject().logId());
    assertThat(span.toString()).doesNotContain("canary");
  }

  @Test
  void headers_areSent() {
    try (OtlpTraceExporter exporter = start()) {
      export(exporter, SampleRecords.typicalOrder(), newTrace());
    }

    assertThat(receiver.credentials()).containsExactly("Basic a+b==");
  }

  @Test
  void refusedSpans_areDropped_andLogged() {
    receiver.answer(401);
    try (OtlpTraceExporter exporter = start()) {
      export(exporter, SampleRecords.typicalOrder(), newTrace());
    }

    await().until(() -> !lines.isEmpty());
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"traceExport\":\"failed\"", "\"cause\":\"http-other\"");
    assertThat(receiver.spans()).isEmpty();
  }

  private OtlpTraceExporter start() {
    Secret credential = new Secret("Basic a+b==", null);
    return OtlpTraceExporter.start(
        new OtlpSettings(
            URI.create(receiver.endpoint() + "/"),
            Map.of("Authorization", credential),
            "partner-subscriber"),
        PUBLISHING,
        entry -> lines.add(entry.json()),
        InstantSource.system());
  }

  private static void export(OtlpTraceExporter exporter, LedgerRecord record, TraceContext trace) {
    exporter.onNewVersion(
        record, new IngestResult(new Decision.Duplicate(), record.version(), Delivery.SENT, trace));
  }

  private static TraceContext newTrace() {
    return TraceContext.create(new SecureRandom());
  }

  private static Instant instant(long unixNanos) {
    return Instant.EPOCH.plusNanos(unixNanos);
  }
}
