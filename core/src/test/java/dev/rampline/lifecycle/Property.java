package dev.rampline.lifecycle;

import static org.quicktheories.QuickTheory.qt;

import dev.rampline.observation.Subject;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.quicktheories.core.Gen;

/**
 * A sentence that holds for whatever comes, with the way to prove it of given rules.
 *
 * @param sentence what holds
 * @param proof throws an {@link AssertionError} that names the seed if it does not
 */
record Property(String sentence, Consumer<Rules> proof) {
  static final long SEED = Long.getLong("rampline.seed", 20_260_301L);
  private static final int EXAMPLES = Integer.getInteger("rampline.examples", 1_000);
  private static final int SHRINKS = 300;

  static <T> Property of(String sentence, Gen<T> examples, BiConsumer<Rules, T> holds) {
    return new Property(
        sentence,
        rules ->
            qt().withFixedSeed(SEED)
                .withExamples(EXAMPLES)
                .withShrinkCycles(SHRINKS)
                .forAll(examples)
                .checkAssert(example -> holds.accept(rules, example)));
  }

  /** Of every single change in such lives. */
  static Property ofChanges(
      String sentence, Gen<List<Step>> lives, Subject subject, Consumer<Change> holds) {
    return of(
        sentence,
        lives,
        (rules, steps) -> History.of(rules, subject, steps).changes().forEach(holds));
  }

  /** Of every single change that a word makes in such lives. */
  static Property ofWords(
      String sentence, Gen<List<Step>> lives, Subject subject, Consumer<Change.ByWord> holds) {
    return of(
        sentence,
        lives,
        (rules, steps) -> History.of(rules, subject, steps).words().forEach(holds));
  }

  static List<Property> all() {
    return Stream.of(
            JoinProperties.all(),
            EndProperties.all(),
            ConflictProperties.all(),
            NewsProperties.all(),
            ClaimProperties.all(),
            KycProperties.all(),
            LookProperties.all(),
            TotalityProperties.all())
        .flatMap(List::stream)
        .toList();
  }

  boolean holdsFor(Rules rules) {
    try {
      proof.accept(rules);
      return true;
    } catch (AssertionError broken) {
      return false;
    }
  }

  @Override
  public String toString() {
    return sentence;
  }
}
