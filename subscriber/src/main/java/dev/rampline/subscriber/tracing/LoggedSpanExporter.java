package dev.rampline.subscriber.tracing;

import dev.rampline.adapter.failure.NetworkFaults;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.failure.FailureCause;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Logs the first of consecutive failures to export. Thread-safe. */
final class LoggedSpanExporter implements SpanExporter {
  private final AtomicBoolean isFailing = new AtomicBoolean();
  private final SpanExporter exporter;
  private final EventLog eventLog;
  private final InstantSource clock;

  LoggedSpanExporter(SpanExporter exporter, EventLog eventLog, InstantSource clock) {
    this.exporter = exporter;
    this.eventLog = eventLog;
    this.clock = clock;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(
        () -> {
          if (result.isSuccess()) {
            isFailing.set(false);
          } else if (!isFailing.getAndSet(true)) {
            log(result.getFailureThrowable());
          }
        });
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private void log(@Nullable Throwable fault) {
    FailureCause cause =
        Optional.ofNullable(fault).flatMap(NetworkFaults::find).orElse(FailureCause.HTTP_OTHER);
    eventLog.write(
        new LogEntry("subscriber", clock.instant())
            .field(LogField.TRACE_EXPORT, "failed")
            .field(LogField.CAUSE, cause.text()));
  }
}
