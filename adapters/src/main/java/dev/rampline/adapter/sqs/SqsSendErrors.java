package dev.rampline.adapter.sqs;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.message.CloudEventMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * Classifies messages that SQS did not accept. An error is permanent if it concerns the message
 * itself. A missing queue, denied access or a missing key affects every message and can be fixed
 * while the messages wait, so it is not permanent.
 */
public final class SqsSendErrors {
  private static final Set<String> CONTENT_ERRORS =
      Set.of(
          "InvalidMessageContents",
          "InvalidParameterValue",
          "InvalidAttributeValue",
          "BatchRequestTooLong",
          "AWS.SimpleQueueService.BatchRequestTooLong");

  private static final Pattern QUEUE_ERRORS =
      Pattern.compile("(?i).*(throttl|overlimit|kms|access|queue).*");

  private SqsSendErrors() {}

  static List<Unsent> ofResponse(
      SendMessageBatchResponse response, List<CloudEventMessage> messages) {
    return response.failed().stream()
        .sorted(Comparator.comparingInt(SqsSendErrors::index))
        .map(entry -> new Unsent(messages.get(index(entry)), isPermanent(entry), entry.code()))
        .toList();
  }

  static List<Unsent> ofException(SdkException fault, List<CloudEventMessage> messages) {
    return ofAll(messages, isContentError(fault), AwsFaults.name(fault));
  }

  static List<Unsent> ofAll(List<CloudEventMessage> messages, boolean permanent, String reason) {
    return messages.stream().map(message -> new Unsent(message, permanent, reason)).toList();
  }

  /** Returns whether SQS rejected the whole call because of one of its messages. */
  public static boolean isContentError(SdkException fault) {
    return !AwsFaults.isTransient(fault) && CONTENT_ERRORS.contains(AwsFaults.name(fault));
  }

  private static boolean isPermanent(BatchResultErrorEntry entry) {
    return Boolean.TRUE.equals(entry.senderFault())
        && !QUEUE_ERRORS.matcher(entry.code()).matches();
  }

  private static int index(BatchResultErrorEntry entry) {
    return Integer.parseInt(entry.id());
  }
}
