package dev.rampline.adapter.publishing;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.publishing.BatchPublisher.RejectedEntry;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.message.CloudEventMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Classifies messages that SQS or SNS did not accept. An error is permanent if it concerns the
 * message itself. A missing queue or topic, denied access or a missing key affects every message
 * and can be fixed while the messages wait, so it is not permanent.
 */
public final class SendErrors {
  private static final Set<String> CONTENT_ERRORS =
      Set.of(
          "InvalidMessageContents",
          "InvalidParameter",
          "InvalidParameterValue",
          "InvalidAttributeValue",
          "BatchRequestTooLong",
          "AWS.SimpleQueueService.BatchRequestTooLong");

  private static final Pattern TARGET_ERRORS =
      Pattern.compile("(?i).*(throttl|overlimit|kms|access|auth|queue|notfound).*");

  private SendErrors() {}

  static List<Unsent> ofEntries(List<RejectedEntry> entries, List<CloudEventMessage> messages) {
    return entries.stream()
        .sorted(Comparator.comparingInt(SendErrors::index))
        .map(entry -> new Unsent(messages.get(index(entry)), isPermanent(entry), entry.code()))
        .toList();
  }

  static List<Unsent> ofException(SdkException fault, List<CloudEventMessage> messages) {
    return ofAll(messages, isContentError(fault), AwsFaults.name(fault));
  }

  static List<Unsent> ofAll(List<CloudEventMessage> messages, boolean permanent, String reason) {
    return messages.stream().map(message -> new Unsent(message, permanent, reason)).toList();
  }

  /** Returns whether AWS rejected the whole call because of one of its messages. */
  public static boolean isContentError(SdkException fault) {
    return !AwsFaults.isTransient(fault) && CONTENT_ERRORS.contains(AwsFaults.name(fault));
  }

  private static boolean isPermanent(RejectedEntry entry) {
    return Boolean.TRUE.equals(entry.senderFault())
        && !TARGET_ERRORS.matcher(entry.code()).matches();
  }

  private static int index(RejectedEntry entry) {
    return Integer.parseInt(entry.id());
  }
}
