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
 * What SQS did not take, and whether it ever would. Permanent is what it says against a message
 * itself. A queue that is missing, forbidden or without its key stops every message alike and can
 * be put right while they wait, so none is given up for it.
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
      SendMessageBatchResponse answer, List<CloudEventMessage> messages) {
    return answer.failed().stream()
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

  /** Whether the whole call was refused for what one of its messages is. */
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
