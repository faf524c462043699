package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
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
 * Takes the ledger's stream and sends what an inline send has missed (design §4). It reports the
 * first record that cannot be sent now, so that Lambda brings it and all that follow again; what
 * can never be sent goes to the queue of dead letters. Thread-safe.
 */
public final class RelayHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  /** What is kept back of the time that Lambda gives, for the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofSeconds(30);

  private final Relay relay;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public RelayHandler() {
    this(FunctionsModule.createForLambda().relay(RelayConfiguration.of(System.getenv())));
  }

  /** From parts that are put together already. */
  public RelayHandler(RelayDependencies relaying) {
    this.relay = new Relay(relaying);
    this.eventLog = relaying.eventLog();
    this.clock = relaying.clock();
  }

  @Override
  public StreamsEventResponse handleRequest(
      @Nullable DynamodbEvent event, @Nullable Context context) {
    Instant begun = clock.instant();
    RelayBatchResult progress = relayBatch(event, Deadline.after(budget(context), clock));
    String requestId = context == null ? null : context.getAwsRequestId();
    eventLog.write(newEntry(progress, requestId, begun));
    return progress.response();
  }

  private RelayBatchResult relayBatch(@Nullable DynamodbEvent event, Deadline deadline) {
    if (event == null || event.getRecords() == null) {
      return new RelayBatchResult.Complete(0, 0);
    }
    try {
      return relay.relay(List.copyOf(event.getRecords()), deadline);
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      return new Stopped(0, 0, null, fault.getClass().getName());
    }
  }

  private LogEntry newEntry(RelayBatchResult progress, @Nullable String requestId, Instant begun) {
    LogEntry line =
        new LogEntry("relay", begun)
            .field("requestId", requestId)
            .measure(Metric.LATENCY, Duration.between(begun, clock.instant()).toMillis())
            .count(Metric.RELAYED, progress.sent())
            .count(Metric.DEAD_LETTERED, progress.deadLettered());
    return switch (progress) {
      case RelayBatchResult.Complete whole -> line;
      case Stopped(_, _, String sequenceNumber, String reason) ->
          line.field("stoppedAt", sequenceNumber).field("fault", reason).count(Metric.FAULTS, 1);
    };
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
  }
}
