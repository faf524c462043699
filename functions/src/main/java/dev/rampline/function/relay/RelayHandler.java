package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.function.Composition;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.Relaying;
import dev.rampline.function.relay.Progress.Stopped;
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
  private final Journal journal;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public RelayHandler() {
    this(Composition.inLambda().relaying(RelayConfiguration.of(System.getenv())));
  }

  /** From parts that are put together already. */
  public RelayHandler(Relaying relaying) {
    this.relay = new Relay(relaying);
    this.journal = relaying.journal();
    this.clock = relaying.clock();
  }

  @Override
  public StreamsEventResponse handleRequest(
      @Nullable DynamodbEvent event, @Nullable Context context) {
    Instant begun = clock.instant();
    Progress progress = progress(event, Deadline.after(budget(context), clock));
    String requestId = context == null ? null : context.getAwsRequestId();
    journal.write(line(progress, requestId, begun));
    return progress.response();
  }

  private Progress progress(@Nullable DynamodbEvent event, Deadline deadline) {
    if (event == null || event.getRecords() == null) {
      return new Progress.Whole(0, 0);
    }
    try {
      return relay.relay(List.copyOf(event.getRecords()), deadline);
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      return new Stopped(0, 0, null, fault.getClass().getName());
    }
  }

  private Line line(Progress progress, @Nullable String requestId, Instant begun) {
    Line line =
        new Line("relay", begun)
            .tell("requestId", requestId)
            .measure(Metric.LATENCY, Duration.between(begun, clock.instant()).toMillis())
            .count(Metric.RELAYED, progress.sent())
            .count(Metric.PARKED, progress.parked());
    return switch (progress) {
      case Progress.Whole whole -> line;
      case Stopped(_, _, String sequenceNumber, String reason) ->
          line.tell("stoppedAt", sequenceNumber).tell("fault", reason).count(Metric.FAULTS, 1);
    };
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
  }
}
