package dev.rampline.function.rotation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.RotationConfiguration;
import dev.rampline.function.RotationDependencies;
import dev.rampline.rotation.Rotation;
import dev.rampline.rotation.RotationResult;
import dev.rampline.rotation.RotationResult.Current;
import dev.rampline.rotation.RotationResult.Failed;
import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Renews the access token if it is time to (design §8), and answers what came of it in one word. It
 * never fails: the next run of the schedule is the retry, and a metric counts what went wrong.
 * Thread-safe.
 */
public final class RotationHandler implements RequestHandler<ScheduledEvent, String> {
  /** What is kept back of the time that Lambda gives, for the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(3);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofSeconds(55);

  private final Rotation rotation;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public RotationHandler() {
    this(FunctionsModule.createForLambda().rotation(RotationConfiguration.of(System.getenv())));
  }

  /** From parts that are put together already. */
  public RotationHandler(RotationDependencies rotating) {
    this.rotation = rotating.rotation();
    this.eventLog = rotating.eventLog();
    this.clock = rotating.clock();
  }

  @Override
  public String handleRequest(@Nullable ScheduledEvent event, @Nullable Context context) {
    Instant begun = clock.instant();
    LogEntry line =
        new LogEntry("rotation", begun)
            .field("requestId", context == null ? null : context.getAwsRequestId());
    String outcome = outcome(line, Deadline.after(budget(context), clock));
    eventLog.write(
        line.field("outcome", outcome)
            .measure(Metric.LATENCY, Duration.between(begun, clock.instant()).toMillis()));
    return outcome;
  }

  private String outcome(LogEntry line, Deadline deadline) {
    try {
      return outcome(line, rotation.rotate(deadline));
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      line.field("fault", fault.getClass().getName()).count(Metric.FAULTS, 1);
      return "failed";
    }
  }

  private static String outcome(LogEntry line, RotationResult result) {
    return switch (result) {
      case Current(Instant expiresAt) -> {
        line.field("expiresAt", expiresAt.toString());
        yield "current";
      }
      case Renewed(Instant expiresAt) -> {
        line.field("expiresAt", expiresAt.toString()).count(Metric.RENEWALS, 1);
        yield "renewed";
      }
      case Failed(var failure, Integer status) -> {
        line.field("reason", failure.text())
            .field("status", status == null ? null : status.toString())
            .count(Metric.RENEWALS_FAILED, 1);
        yield "failed";
      }
    };
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
  }
}
