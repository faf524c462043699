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
 * Classifies messages that a service did not accept. An error is permanent if it concerns the
 * message itself. A missing queue or topic, denied access or a missing key affects every message
 * and can be fixed while the messages wait, so it is not permanent. Immutable.
 */
public final class SendErrors {
  /** The errors of SQS. */
  public static final SendErrors SQS =
      new SendErrors(
          Set.of(
              "InvalidMessageContents",
              "InvalidParameterValue",
              "InvalidAttributeValue",
              "BatchRequestTooLong",
              "AWS.SimpleQueueService.BatchRequestTooLong"),
          Set.of());

  /** The errors of SNS, in which {@code ParameterValueInvalid} means an invalid value. */
  public static final SendErrors SNS =
      new SendErrors(
          Set.of("BatchRequestTooLong"),
          Set.of("InvalidParameter", "ParameterValueInvalid", "ValidationException"));

  private static final Pattern TARGET_ERRORS =
      Pattern.compile("(?i).*(throttl|overlimit|kms|access|auth|queue|notfound).*");

  /** Errors that only a message can cause. */
  private final Set<String> ofMessages;

  /** Errors that a message can cause, or a parameter of the whole call, such as the topic. */
  private final Set<String> ofMessagesOrCalls;

  private SendErrors(Set<String> ofMessages, Set<String> ofMessagesOrCalls) {
    this.ofMessages = ofMessages;
    this.ofMessagesOrCalls = ofMessagesOrCalls;
  }

  static List<Unsent> ofEntries(List<RejectedEntry> entries, List<CloudEventMessage> messages) {
    return entries.stream()
        .sorted(Comparator.comparingInt(SendErrors::index))
        .map(entry -> new Unsent(messages.get(index(entry)), isPermanent(entry), entry.code()))
        .toList();
  }

  List<Unsent> ofException(SdkException fault, List<CloudEventMessage> messages) {
    return ofAll(messages, isContentError(fault), AwsFaults.name(fault));
  }

  static List<Unsent> ofAll(List<CloudEventMessage> messages, boolean permanent, String reason) {
    return messages.stream().map(message -> new Unsent(message, permanent, reason)).toList();
  }

  /**
   * Allows a retry of messages that were all refused, each in a call of its own, if the error may
   * be about something that the calls have in common.
   */
  List<Unsent> ofAllSeparately(List<Unsent> refused) {
    return refused.stream()
        .map(
            one ->
                ofMessagesOrCalls.contains(one.reason())
                    ? new Unsent(one.message(), false, one.reason())
                    : one)
        .toList();
  }

  /**
   * Returns whether the service rejected the whole call because of one of its messages, as far as
   * the error code tells.
   */
  public boolean isContentError(SdkException fault) {
    String code = AwsFaults.name(fault);
    return !AwsFaults.isTransient(fault)
        && (ofMessages.contains(code) || ofMessagesOrCalls.contains(code));
  }

  private static boolean isPermanent(RejectedEntry entry) {
    return Boolean.TRUE.equals(entry.senderFault())
        && !TARGET_ERRORS.matcher(entry.code()).matches();
  }

  private static int index(RejectedEntry entry) {
    return Integer.parseInt(entry.id());
  }
}
