package dev.rampline.lifecycle;

import static org.quicktheories.QuickTheory.qt;

import dev.rampline.event.Subject;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.quicktheories.core.Gen;

/**
 * A property of the state transition rules.
 *
 * @param sentence the property
 * @param proof throws an {@link AssertionError} with the seed if the property does not hold
 */
record Property(String sentence, Consumer<LifecycleRules> proof) {
  static final long SEED = Long.getLong("rampline.seed", 20_260_301L);
  private static final int EXAMPLES = Integer.getInteger("rampline.examples", 1_000);
  private static final int SHRINKS = 300;

  static <T> Property of(String sentence, Gen<T> examples, BiConsumer<LifecycleRules, T> holds) {
    return new Property(
        sentence,
        rules ->
            qt().withFixedSeed(SEED)
                .withExamples(EXAMPLES)
                .withShrinkCycles(SHRINKS)
                .forAll(examples)
                .checkAssert(example -> holds.accept(rules, example)));
  }

  /** Returns a property of every change in generated histories. */
  static Property ofChanges(
      String sentence,
      Gen<List<LifecycleStep>> sequences,
      Subject subject,
      Consumer<RecordChange> holds) {
    return of(
        sentence,
        sequences,
        (rules, steps) -> RecordHistory.of(rules, subject, steps).changes().forEach(holds));
  }

  /** Returns a property of every change by a verified event. */
  static Property ofVerifiedEvents(
      String sentence,
      Gen<List<LifecycleStep>> sequences,
      Subject subject,
      Consumer<RecordChange.ByVerifiedEvent> holds) {
    return of(
        sentence,
        sequences,
        (rules, steps) -> RecordHistory.of(rules, subject, steps).verifiedChanges().forEach(holds));
  }

  static List<Property> all() {
    return Stream.of(
            MergeProperties.all(),
            TerminalStateProperties.all(),
            ConflictProperties.all(),
            ConfirmationProperties.all(),
            VersionProperties.all(),
            UnverifiedEventProperties.all(),
            KycProperties.all(),
            DueCheckProperties.all(),
            TotalityProperties.all())
        .flatMap(List::stream)
        .toList();
  }

  boolean holdsFor(LifecycleRules rules) {
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
