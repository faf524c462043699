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
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.RetryDependencies;
import dev.rampline.ingest.RetryDelayer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ingests the events in the retry queue, which the ledger could not take when they arrived ({@code
 * docs/architecture.md#what-happens-when-something-fails}). It reports and delays events that the
 * ledger still cannot take. Events that can never be ingested go to the dead-letter queue.
 * Thread-safe.
 */
public final class RetryHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** The part of Lambda's time that is reserved to delay messages and to respond. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private static final Duration OUTSIDE_LAMBDA = Duration.ofSeconds(60);

  private final RetryProcessor processor;
  private final RetryDelayer retryDelayer;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** Creates the handler from environment variables. Lambda calls this constructor. */
  public RetryHandler() {
    this(FunctionsModule.createForLambda().retry(RetryConfiguration.of(System.getenv())));
  }

  /** Creates the handler from its dependencies. */
  public RetryHandler(RetryDependencies dependencies) {
    this.processor = new RetryProcessor(dependencies);
    this.retryDelayer = dependencies.retryDelayer();
    this.eventLog = dependencies.eventLog();
    this.clock = dependencies.clock();
  }

  @Override
  public SQSBatchResponse handleRequest(@Nullable SQSEvent event, @Nullable Context context) {
    if (event == null || event.getRecords() == null) {
      return new SQSBatchResponse(List.of());
    }
    Deadline invocationDeadline = Deadline.after(budget(context), clock);
    Deadline deadline = new Deadline(invocationDeadline.at().minus(RESERVE), clock);
    List<BatchItemFailure> failures = new ArrayList<>();
    Map<String, Duration> delays = new HashMap<>();
    for (SQSMessage message : event.getRecords()) {
      if (process(message, deadline, context) instanceof RetryResult.Deferred) {
        failures.add(new BatchItemFailure(message.getMessageId()));
        delays.put(message.getReceiptHandle(), RetryQueueBackoff.of(message));
      }
    }
    retryDelayer
        .defer(delays, invocationDeadline)
        .ifPresent(fault -> eventLog.write(newEntry(context).field(LogField.DELAY_FAULT, fault)));
    return new SQSBatchResponse(failures);
  }

  private RetryResult process(SQSMessage message, Deadline deadline, @Nullable Context context) {
    LogEntry entry = newEntry(context);
    RetryResult result = processMessage(message, deadline);
    eventLog.write(RetryLogFields.addTo(result, entry));
    return result;
  }

  private LogEntry newEntry(@Nullable Context context) {
    return new LogEntry("retry", clock.instant())
        .field("requestId", context == null ? null : context.getAwsRequestId());
  }

  private RetryResult processMessage(SQSMessage message, Deadline deadline) {
    try {
      return processor.process(message.getBody(), sentAt(message), deadline);
    } catch (RuntimeException | Error fault) {
      // Errors too: the runtime would print their message, which may quote personal data.
      return new RetryResult.Deferred(null, FaultName.of(fault));
    }
  }

  /** Returns the time that SQS attached; now, if the message is not from SQS. */
  private Instant sentAt(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    String millis = attributes == null ? null : attributes.get("SentTimestamp");
    return millis == null ? clock.instant() : Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private static Duration budget(@Nullable Context context) {
    return context == null
        ? OUTSIDE_LAMBDA
        : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(Duration.ofSeconds(1));
  }
}
