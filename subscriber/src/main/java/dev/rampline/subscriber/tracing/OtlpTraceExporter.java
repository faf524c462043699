package dev.rampline.subscriber.tracing;

import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.TraceContext;
import dev.rampline.ingest.IngestListener;
import dev.rampline.ingest.IngestResult;
import dev.rampline.ledger.LedgerRecord;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Exports a span for each event that made a new version. The span has the ids of the event's trace
 * context, so that the spans of consumers become its children. It contains ids and Rampline's own
 * terms, and no payload data. Spans wait in a queue of bounded length and are dropped if the
 * endpoint does not take them. Thread-safe.
 */
public final class OtlpTraceExporter implements IngestListener, AutoCloseable {
  /** Part of the 20 seconds between SIGTERM and the end of the process. */
  private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(2);

  private static final ScopedValue<TraceContext> TRACE = ScopedValue.newInstance();
  private static final AttributeKey<String> SUBJECT = AttributeKey.stringKey("rampline.subject");
  private static final AttributeKey<String> DECISION = AttributeKey.stringKey("rampline.decision");
  private static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("rampline.channel");
  private static final AttributeKey<String> STATE = AttributeKey.stringKey("rampline.state");
  private static final AttributeKey<String> DELIVERY = AttributeKey.stringKey("rampline.delivery");

  /** A strong reference, because the JDK drops a logger and its level if it is unreferenced. */
  private static final Logger LIBRARY_LOG = Logger.getLogger("io.opentelemetry");

  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final String spanName;
  private final Attributes messaging;

  private OtlpTraceExporter(SdkTracerProvider provider, String queue) {
    this.provider = provider;
    this.tracer = provider.get("dev.rampline.subscriber");
    this.spanName = "send " + queue;
    this.messaging =
        Attributes.builder()
            .put("messaging.system", "aws_sqs")
            .put("messaging.operation.type", "send")
            .put("messaging.operation.name", "send")
            .put("messaging.destination.name", queue)
            .build();
  }

  /** Starts the export, which turns off the library's own log: it quotes responses. */
  public static OtlpTraceExporter start(
      OtlpSettings settings,
      PublishingSettings publishing,
      EventLog eventLog,
      InstantSource clock) {
    LIBRARY_LOG.setLevel(Level.OFF);
    BatchSpanProcessor processor =
        BatchSpanProcessor.builder(new LoggedSpanExporter(sender(settings), eventLog, clock))
            .build();
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(resource(settings, publishing))
            .setIdGenerator(new TraceContextIds())
            .addSpanProcessor(processor)
            .build();
    String queueUrl = publishing.queueUrl();
    return new OtlpTraceExporter(provider, queueUrl.substring(queueUrl.lastIndexOf('/') + 1));
  }

  @Override
  public void onNewVersion(LedgerRecord record, IngestResult result) {
    EventMetadata metadata = record.lastChange().metadata();
    ScopedValue.where(TRACE, result.trace())
        .call(
            () ->
                tracer
                    .spanBuilder(spanName)
                    .setNoParent()
                    .setSpanKind(SpanKind.PRODUCER)
                    .setStartTimestamp(metadata.receivedAt())
                    .setAllAttributes(messaging)
                    .setAttribute(SUBJECT, record.subject().logId())
                    .setAttribute(DECISION, result.decision().text())
                    .setAttribute(CHANNEL, metadata.channel().text())
                    .setAttribute(STATE, record.state().text())
                    .setAttribute(DELIVERY, result.delivery().text())
                    .startSpan())
        .end();
  }

  /** Sends the waiting spans, for at most 2 seconds. */
  @Override
  public void close() {
    provider.shutdown().join(FLUSH_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static OtlpHttpSpanExporter sender(OtlpSettings settings) {
    String base = settings.endpoint().toString().replaceFirst("/+$", "");
    OtlpHttpSpanExporterBuilder sender =
        OtlpHttpSpanExporter.builder().setEndpoint(base + "/v1/traces");
    settings.headers().forEach((name, value) -> sender.addHeader(name, value.text()));
    return sender.build();
  }

  private static Resource resource(OtlpSettings settings, PublishingSettings publishing) {
    return Resource.getDefault().toBuilder()
        .put("service.name", settings.serviceName())
        .put("deployment.environment.name", publishing.environment())
        .build();
  }

  /** Takes the ids of the event instead of creating new ones. */
  private static final class TraceContextIds implements IdGenerator {
    @Override
    public String generateTraceId() {
      return TRACE.get().traceId();
    }

    @Override
    public String generateSpanId() {
      return TRACE.get().spanId();
    }
  }
}
