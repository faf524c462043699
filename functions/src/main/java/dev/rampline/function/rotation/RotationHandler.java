package dev.rampline.function.rotation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FailureLogFields;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.failure.CallFailure;
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
 * Renews the access token if it is due ({@code docs/architecture.md#secrets-and-token-rotation}),
 * and returns {@code current}, {@code renewed} or {@code failed}. It never throws: the next
 * scheduled run is the retry, and a metric counts failures. Thread-safe.
 */
public final class RotationHandler implements RequestHandler<ScheduledEvent, String> {
  /** The part of Lambda's time that is reserved for the response. */
  private static final Duration RESERVE = Duration.ofSeconds(3);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofSeconds(55);

  private final Rotation rotation;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** Creates the handler from environment variables. Lambda calls this constructor. */
  public RotationHandler() {
    this(FunctionsModule.createForLambda().rotation(RotationConfiguration.of(System.getenv())));
  }

  /** Creates the handler from its dependencies. */
  public RotationHandler(RotationDependencies dependencies) {
    this.rotation = dependencies.rotation();
    this.eventLog = dependencies.eventLog();
    this.clock = dependencies.clock();
  }

  @Override
  public String handleRequest(@Nullable ScheduledEvent event, @Nullable Context context) {
    Instant startedAt = clock.instant();
    LogEntry entry =
        new LogEntry("rotation", startedAt)
            .field("requestId", context == null ? null : context.getAwsRequestId());
    String outcome = outcome(entry, Deadline.after(budget(context), clock));
    eventLog.write(
        entry
            .field("outcome", outcome)
            .measure(Metric.LATENCY, Duration.between(startedAt, clock.instant()).toMillis()));
    return outcome;
  }

  private String outcome(LogEntry entry, Deadline deadline) {
    try {
      return outcome(entry, rotation.rotate(deadline));
    } catch (RuntimeException | Error fault) {
      // Errors too: the runtime would print their message, which may quote personal data.
      entry.field(LogField.FAULT, FaultName.ofRootCause(fault)).count(Metric.FAULTS, 1);
      return "failed";
    }
  }

  private static String outcome(LogEntry entry, RotationResult result) {
    return switch (result) {
      case Current(Instant expiresAt) -> {
        entry.field("expiresAt", expiresAt.toString());
        yield "current";
      }
      case Renewed(Instant expiresAt) -> {
        entry.field("expiresAt", expiresAt.toString()).count(Metric.RENEWALS, 1);
        yield "renewed";
      }
      case Failed(var failure, CallFailure call, RuntimeException fault) -> {
        FailureLogFields.addTo(call, fault, entry.field("reason", failure.text()))
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
