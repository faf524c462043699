package dev.rampline.consumer;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows Lambda's SQS batches. It needs the library aws-lambda-java-events. */
public final class LambdaBatch {
  private static final String GROUP = "MessageGroupId";

  private LambdaBatch() {}

  /**
   * Handles a batch of Lambda. The event source must enable {@code ReportBatchItemFailures}.
   *
   * @return the failed messages, which arrive again
   */
  public static SQSBatchResponse follow(StateFollower follower, @Nullable SQSEvent event) {
    List<String> failed = follower.follow(messages(event));
    return new SQSBatchResponse(failed.stream().map(BatchItemFailure::new).toList());
  }

  private static List<QueueMessage> messages(@Nullable SQSEvent event) {
    return event == null || event.getRecords() == null
        ? List.of()
        : event.getRecords().stream().map(LambdaBatch::message).toList();
  }

  /** Converts a message. Without a message group, each message is its own group. */
  private static QueueMessage message(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    String group = attributes == null ? null : attributes.get(GROUP);
    String id = message.getMessageId();
    return new QueueMessage(id, group == null ? id : group, message.getBody());
  }
}
