package dev.rampline.function.spill;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.function.Composition;
import dev.rampline.function.SpillConfiguration;
import dev.rampline.function.Spilling;
import dev.rampline.ingest.RetryDelayer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what the ledger could not take when it came (design §6). What the ledger cannot take yet
 * it reports and lets wait; what can never be taken in goes to the queue of dead letters.
 * Thread-safe.
 */
public final class SpillHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** What is kept back of the time that Lambda gives, to let words wait and for the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofSeconds(60);

  private final Unspilling unspilling;
  private final RetryDelayer deferral;
  private final Journal journal;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public SpillHandler() {
    this(Composition.inLambda().spilling(SpillConfiguration.of(System.getenv())));
  }

  /** From parts that are put together already. */
  public SpillHandler(Spilling spilling) {
    this.unspilling = new Unspilling(spilling);
    this.deferral = spilling.deferral();
    this.journal = spilling.journal();
    this.clock = spilling.clock();
  }

  @Override
  public SQSBatchResponse handleRequest(@Nullable SQSEvent event, @Nullable Context context) {
    if (event == null || event.getRecords() == null) {
      return new SQSBatchResponse(List.of());
    }
    Deadline end = Deadline.after(budget(context), clock);
    Deadline deadline = new Deadline(end.at().minus(RESERVE), clock);
    List<BatchItemFailure> failures = new ArrayList<>();
    Map<String, Duration> waits = new HashMap<>();
    for (SQSMessage message : event.getRecords()) {
      if (take(message, deadline, context) instanceof Fate.Deferred) {
        failures.add(new BatchItemFailure(message.getMessageId()));
        waits.put(message.getReceiptHandle(), Backoff.of(message));
      }
    }
    deferral.defer(waits, end);
    return new SQSBatchResponse(failures);
  }

  private Fate take(SQSMessage message, Deadline deadline, @Nullable Context context) {
    Line line =
        new Line("spill", clock.instant())
            .tell("requestId", context == null ? null : context.getAwsRequestId());
    Fate fate = fate(message, deadline);
    journal.write(FateLine.tell(fate, line));
    return fate;
  }

  private Fate fate(SQSMessage message, Deadline deadline) {
    try {
      return unspilling.take(message.getBody(), deadline);
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      return new Fate.Deferred(null, FaultName.of(fault));
    }
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(Duration.ofSeconds(1));
  }
}
