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
 * @param leftOut for each record that no run can process, a sentence with its name and the reason
 * @param position the subject that was processed last; null if none was
 * @param stopReason why the run stopped early; null if it did not
 */
public record RecoverySummary(
    int sent,
    List<String> notSent,
    List<String> leftOut,
    @Nullable String position,
    @Nullable String stopReason) {
  static final RecoverySummary EMPTY = new RecoverySummary(0, List.of(), List.of(), null, null);

  public RecoverySummary {
    notSent = List.copyOf(notSent);
    leftOut = List.copyOf(leftOut);
  }

  /** Whether all messages were sent that can be. */
  public boolean isComplete() {
    return notSent.isEmpty() && stopReason == null;
  }

  RecoverySummary sent(int more) {
    return new RecoverySummary(sent + more, notSent, leftOut, position, stopReason);
  }

  RecoverySummary notSent(String sentence) {
    return new RecoverySummary(sent, with(notSent, sentence), leftOut, position, stopReason);
  }

  RecoverySummary leftOut(String sentence) {
    return new RecoverySummary(sent, notSent, with(leftOut, sentence), position, stopReason);
  }

  RecoverySummary position(@Nullable String subject) {
    return new RecoverySummary(sent, notSent, leftOut, subject, stopReason);
  }

  RecoverySummary withStopReason(String reason) {
    return new RecoverySummary(
        sent, notSent, leftOut, position, Objects.requireNonNull(reason, "reason"));
  }

  private static List<String> with(List<String> sentences, String sentence) {
    return Stream.concat(sentences.stream(), Stream.of(sentence)).toList();
  }
}
