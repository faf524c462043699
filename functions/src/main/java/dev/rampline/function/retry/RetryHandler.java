package dev.rampline.function.retry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.RetryDependencies;
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
public final class RetryHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** What is kept back of the time that Lambda gives, to let words wait and for the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofSeconds(60);

  private final RetryProcessor processor;
  private final RetryDelayer retryDelayer;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public RetryHandler() {
    this(FunctionsModule.createForLambda().retry(RetryConfiguration.of(System.getenv())));
  }

  /** From parts that are put together already. */
  public RetryHandler(RetryDependencies retrying) {
    this.processor = new RetryProcessor(retrying);
    this.retryDelayer = retrying.retryDelayer();
    this.eventLog = retrying.eventLog();
    this.clock = retrying.clock();
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
      if (process(message, deadline, context) instanceof RetryResult.Deferred) {
        failures.add(new BatchItemFailure(message.getMessageId()));
        waits.put(message.getReceiptHandle(), RetryQueueBackoff.of(message));
      }
    }
    retryDelayer.defer(waits, end);
    return new SQSBatchResponse(failures);
  }

  private RetryResult process(SQSMessage message, Deadline deadline, @Nullable Context context) {
    LogEntry line =
        new LogEntry("retry", clock.instant())
            .field("requestId", context == null ? null : context.getAwsRequestId());
    RetryResult fate = processMessage(message, deadline);
    eventLog.write(RetryLogFields.addTo(fate, line));
    return fate;
  }

  private RetryResult processMessage(SQSMessage message, Deadline deadline) {
    try {
      return processor.process(message.getBody(), deadline);
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      return new RetryResult.Deferred(null, FaultName.of(fault));
    }
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(Duration.ofSeconds(1));
  }
}
