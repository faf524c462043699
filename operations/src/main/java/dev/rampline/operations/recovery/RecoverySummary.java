package dev.rampline.operations.recovery;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The progress or the result of a run.
 *
 * @param sent the number of sent messages
 * @param notSent for each message that was not sent, a sentence with its name and the reason
 * @param position the subject that was processed last; null if none was
 * @param stopReason why the run stopped early; null if it did not
 */
public record RecoverySummary(
    int sent, List<String> notSent, @Nullable String position, @Nullable String stopReason) {
  static final RecoverySummary EMPTY = new RecoverySummary(0, List.of(), null, null);

  public RecoverySummary {
    notSent = List.copyOf(notSent);
  }

  /** Whether all messages were sent. */
  public boolean isComplete() {
    return notSent.isEmpty() && stopReason == null;
  }

  RecoverySummary sent(int more) {
    return new RecoverySummary(sent + more, notSent, position, stopReason);
  }

  RecoverySummary notSent(String sentence) {
    return new RecoverySummary(
        sent, Stream.concat(notSent.stream(), Stream.of(sentence)).toList(), position, stopReason);
  }

  RecoverySummary position(@Nullable String subject) {
    return new RecoverySummary(sent, notSent, subject, stopReason);
  }

  RecoverySummary withStopReason(String reason) {
    return new RecoverySummary(sent, notSent, position, Objects.requireNonNull(reason, "reason"));
  }
}
