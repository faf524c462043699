package dev.rampline.function.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReconciliationLogFields;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.ReconcileDependencies;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the reconciliation once, within the time that Lambda gives it. It ignores the event. It
 * never throws: the next run continues where this one stopped. Thread-safe.
 */
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, String> {
  /** The part of Lambda's time that is reserved for a call in progress. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofMinutes(1);

  private static final String FUNCTION = "reconcile";

  private final Reconciliation reconciliation;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** Creates the handler from environment variables. Lambda calls this constructor. */
  public ReconcileHandler() {
    this(
        FunctionsModule.createForLambda()
            .reconciliation(ReconcileConfiguration.of(System.getenv())));
  }

  /** Creates the handler from its dependencies. */
  public ReconcileHandler(ReconcileDependencies dependencies) {
    this.reconciliation = dependencies.reconciliation();
    this.eventLog = dependencies.eventLog();
    this.clock = dependencies.clock();
  }

  @Override
  public String handleRequest(@Nullable Map<String, Object> event, @Nullable Context context) {
    Instant startedAt = clock.instant();
    LogEntry entry =
        new LogEntry(FUNCTION, startedAt)
            .field("requestId", context == null ? null : context.getAwsRequestId());
    reconcile(entry, Deadline.after(budget(context), clock));
    eventLog.write(
        entry.measure(Metric.LATENCY, Duration.between(startedAt, clock.instant()).toMillis()));
    return "done";
  }

  private void reconcile(LogEntry entry, Deadline deadline) {
    try {
      ReconciliationReport report = reconciliation.run(deadline);
      ReconciliationLogFields.writeDetails(report, FUNCTION, clock.instant(), eventLog);
      ReconciliationLogFields.addTo(report, clock.instant(), entry);
    } catch (RuntimeException | Error fault) {
      // Errors too: the runtime would print their message, which may quote personal data.
      entry.field(LogField.FAULT, FaultName.ofRootCause(fault)).count(Metric.FAULTS, 1);
    }
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
  }
}
