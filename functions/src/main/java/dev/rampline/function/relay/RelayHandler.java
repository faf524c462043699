package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.RelayDependencies;
import dev.rampline.function.relay.RelayBatchResult.Stopped;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages that an inline send missed, from the ledger's stream ({@code
 * docs/architecture.md#send}). It reports the first record that cannot be sent now, so that Lambda
 * retries it and all that follow. Messages that can never be sent go to the dead-letter queue.
 * Thread-safe.
 */
public final class RelayHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  /** The part of Lambda's time that is reserved for the response. */
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofSeconds(30);

  private final Relay relay;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** Creates the handler from environment variables. Lambda calls this constructor. */
  public RelayHandler() {
    this(FunctionsModule.createForLambda().relay(RelayConfiguration.of(System.getenv())));
  }

  /** Creates the handler from its dependencies. */
  public RelayHandler(RelayDependencies dependencies) {
    this.relay = new Relay(dependencies);
    this.eventLog = dependencies.eventLog();
    this.clock = dependencies.clock();
  }

  @Override
  public StreamsEventResponse handleRequest(
      @Nullable DynamodbEvent event, @Nullable Context context) {
    Instant startedAt = clock.instant();
    RelayBatchResult result = relayBatch(event, Deadline.after(budget(context), clock));
    String requestId = context == null ? null : context.getAwsRequestId();
    eventLog.write(newEntry(result, requestId, startedAt));
    return result.response();
  }

  private RelayBatchResult relayBatch(@Nullable DynamodbEvent event, Deadline deadline) {
    if (event == null || event.getRecords() == null) {
      return new RelayBatchResult.Complete(0, 0);
    }
    try {
      return relay.relay(List.copyOf(event.getRecords()), deadline);
    } catch (RuntimeException | Error fault) {
      // Errors too: the runtime would print their message, which may quote personal data.
      return new Stopped(0, 0, null, FaultName.ofRootCause(fault));
    }
  }

  private LogEntry newEntry(
      RelayBatchResult result, @Nullable String requestId, Instant startedAt) {
    LogEntry entry =
        new LogEntry("relay", startedAt)
            .field("requestId", requestId)
            .measure(Metric.LATENCY, Duration.between(startedAt, clock.instant()).toMillis())
            .count(Metric.RELAYED, result.sent())
            .count(Metric.DEAD_LETTERED, result.deadLettered());
    return switch (result) {
      case RelayBatchResult.Complete complete -> entry;
      case Stopped(_, _, String sequenceNumber, String reason) ->
          entry
              .field(LogField.STOPPED_AT, sequenceNumber)
              .field("fault", reason)
              .count(Metric.FAULTS, 1);
    };
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
  }
}
