package dev.rampline.consumer;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts Lambda's SQS batches and their responses. */
final class LambdaBatch {
  private static final String GROUP = "MessageGroupId";

  private LambdaBatch() {}

  static List<QueueMessage> messages(@Nullable SQSEvent event) {
    return event == null || event.getRecords() == null
        ? List.of()
        : event.getRecords().stream().map(LambdaBatch::message).toList();
  }

  static SQSBatchResponse response(List<String> failed) {
    return new SQSBatchResponse(failed.stream().map(BatchItemFailure::new).toList());
  }

  /** Converts a message. Without a message group, each message is its own group. */
  private static QueueMessage message(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    String group = attributes == null ? null : attributes.get(GROUP);
    String id = message.getMessageId();
    return new QueueMessage(id, group == null ? id : group, message.getBody());
  }
}
