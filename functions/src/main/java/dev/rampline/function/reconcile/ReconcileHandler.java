package dev.rampline.function.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.adapter.telemetry.ReportLine;
import dev.rampline.function.Composition;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.Reconciling;
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
  private final Journal journal;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public ReconcileHandler() {
    this(Composition.inLambda().reconciling(ReconcileConfiguration.of(System.getenv())));
  }

  /** From parts that are put together already. */
  public ReconcileHandler(Reconciling reconciling) {
    this.reconciliation = reconciling.reconciliation();
    this.journal = reconciling.journal();
    this.clock = reconciling.clock();
  }

  @Override
  public String handleRequest(@Nullable Map<String, Object> event, @Nullable Context context) {
    Instant begun = clock.instant();
    Line line =
        new Line(FUNCTION, begun)
            .tell("requestId", context == null ? null : context.getAwsRequestId());
    tell(line, Deadline.after(budget(context), clock));
    journal.write(
        line.measure(Metric.LATENCY, Duration.between(begun, clock.instant()).toMillis()));
    return "done";
  }

  private void tell(Line line, Deadline deadline) {
    try {
      ReconciliationReport report = reconciliation.run(deadline);
      ReportLine.writeRepairs(report, FUNCTION, clock.instant(), journal);
      ReportLine.tell(report, clock.instant(), line);
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      line.tell("fault", fault.getClass().getName()).count(Metric.FAULTS, 1);
    }
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
  }
}
