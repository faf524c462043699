package dev.rampline.function.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
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
 * Runs the reconciliation once, for as long as Lambda gives it, whatever event calls it. It never
 * throws: what was not done, the next run does. Thread-safe.
 */
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, String> {
  /** What is kept back of the time that Lambda gives, for a call that is under way. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofMinutes(1);

  private static final String FUNCTION = "reconcile";

  private final Reconciliation reconciliation;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public ReconcileHandler() {
    this(
        FunctionsModule.createForLambda()
            .reconciliation(ReconcileConfiguration.of(System.getenv())));
  }

  /** From parts that are put together already. */
  public ReconcileHandler(ReconcileDependencies reconciling) {
    this.reconciliation = reconciling.reconciliation();
    this.eventLog = reconciling.eventLog();
    this.clock = reconciling.clock();
  }

  @Override
  public String handleRequest(@Nullable Map<String, Object> event, @Nullable Context context) {
    Instant begun = clock.instant();
    LogEntry line =
        new LogEntry(FUNCTION, begun)
            .field("requestId", context == null ? null : context.getAwsRequestId());
    reconcile(line, Deadline.after(budget(context), clock));
    eventLog.write(
        line.measure(Metric.LATENCY, Duration.between(begun, clock.instant()).toMillis()));
    return "done";
  }

  private void reconcile(LogEntry line, Deadline deadline) {
    try {
      ReconciliationReport report = reconciliation.run(deadline);
      ReconciliationLogFields.writeRecovered(report, FUNCTION, clock.instant(), eventLog);
      ReconciliationLogFields.addTo(report, clock.instant(), line);
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      line.field("fault", fault.getClass().getName()).count(Metric.FAULTS, 1);
    }
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
  }
}
