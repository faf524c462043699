package dev.rampline.adapter.sqs;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.aws.CallLimit;
import dev.rampline.failure.FailureCause;
import dev.rampline.ingest.RetryDelayer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * Delays the redelivery of received SQS messages by extending their visibility timeout.
 * Thread-safe.
 */
public final class SqsRetryDelayer implements RetryDelayer {
  private final SqsClient client;
  private final String queueUrl;

  public SqsRetryDelayer(SqsClient client, String queueUrl) {
    this.client = Objects.requireNonNull(client, "client");
    this.queueUrl = Objects.requireNonNull(queueUrl, "queueUrl");
  }

  @Override
  public Optional<String> defer(Map<String, Duration> waits, Deadline deadline) {
    if (waits.isEmpty()) {
      return Optional.empty();
    }
    if (deadline.hasPassed()) {
      return Optional.of(FailureCause.NO_TIME_LEFT.text());
    }
    try {
      return CallLimit.within(
              deadline,
              () ->
                  client.changeMessageVisibilityBatch(
                      change -> change.queueUrl(queueUrl).entries(entries(waits))))
          .failed()
          .stream()
          .findFirst()
          .map(BatchResultErrorEntry::code);
    } catch (SdkException fault) {
      return Optional.of(AwsFaults.name(fault));
    }
  }

  private static List<ChangeMessageVisibilityBatchRequestEntry> entries(
      Map<String, Duration> waits) {
    List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
    waits.forEach(
        (receipt, wait) ->
            entries.add(
                ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(receipt)
                    .visibilityTimeout(Math.toIntExact(wait.toSeconds()))
                    .build()));
    return entries;
  }
}
