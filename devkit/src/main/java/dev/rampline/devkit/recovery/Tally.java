package dev.rampline.devkit.recovery;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run has come to so far.
 *
 * @param sent how many were sent
 * @param left what stays where it is, each in a sentence that names it and says why
 * @param at the subject that was read last; null: none was
 * @param stoppedBy what broke it off; null: nothing did
 */
public record Tally(int sent, List<String> left, @Nullable String at, @Nullable String stoppedBy) {
  static final Tally NOTHING = new Tally(0, List.of(), null, null);

  public Tally {
    left = List.copyOf(left);
  }

  /** Whether all that there was has gone. */
  public boolean isWhole() {
    return left.isEmpty() && stoppedBy == null;
  }

  Tally sent(int more) {
    return new Tally(sent + more, left, at, stoppedBy);
  }

  Tally left(String sentence) {
    return new Tally(
        sent, Stream.concat(left.stream(), Stream.of(sentence)).toList(), at, stoppedBy);
  }

  Tally at(@Nullable String subject) {
    return new Tally(sent, left, subject, stoppedBy);
  }

  Tally stopped(String reason) {
    return new Tally(sent, left, at, Objects.requireNonNull(reason, "reason"));
  }
}
