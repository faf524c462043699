package dev.rampline.reconcile;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells one subject that cannot be read from a provider that cannot be asked: a failure alone is
 * counted and passed over, so that it holds up no other; several in a row end the run. Not
 * thread-safe.
 */
final class Patience {
  private static final int MOST_IN_A_ROW = 3;

  private final Tally tally;
  private int inARow;

  Patience(Tally tally) {
    this.tally = tally;
  }

  /** What became of one reading. */
  Attempt attempt(Supplier<Optional<Reading>> reading) {
    try {
      Optional<Reading> read = reading.get();
      inARow = 0;
      return read.<Attempt>map(Attempt.Answered::new).orElseGet(this::unknown);
    } catch (UnreadableAnswerException odd) {
      inARow = 0;
      return failed();
    } catch (ProviderUnavailableException fault) {
      inARow++;
      if (inARow >= MOST_IN_A_ROW) {
        throw fault;
      }
      return failed();
    }
  }

  private Attempt unknown() {
    tally.isUnknown();
    return new Attempt.Unknown();
  }

  private Attempt failed() {
    tally.fails();
    return new Attempt.Failed();
  }

  sealed interface Attempt {
    record Answered(Reading reading) implements Attempt {}

    record Unknown() implements Attempt {}

    record Failed() implements Attempt {}
  }
}
