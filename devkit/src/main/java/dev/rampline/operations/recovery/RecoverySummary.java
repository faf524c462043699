package dev.rampline.operations.recovery;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run has come to so far.
 *
 * @param sent how many were sent
 * @param notSent what stays where it is, each in a sentence that names it and says why
 * @param position the subject that was read last; null: none was
 * @param stopReason what broke it off; null: nothing did
 */
public record RecoverySummary(
    int sent, List<String> notSent, @Nullable String position, @Nullable String stopReason) {
  static final RecoverySummary EMPTY = new RecoverySummary(0, List.of(), null, null);

  public RecoverySummary {
    notSent = List.copyOf(notSent);
  }

  /** Whether all that there was has gone. */
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
