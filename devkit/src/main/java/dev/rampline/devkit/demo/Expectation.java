package dev.rampline.devkit.demo;

import dev.rampline.devkit.emulator.Story;
import dev.rampline.devkit.emulator.Truth;
import dev.rampline.devkit.emulator.Word;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is to be found of one subject, once every channel has told what it could: the API has
 * settled what contradicts itself, and says <em>cancelled</em> where a webhook says
 * <em>expired</em>.
 *
 * @param truth of the subject
 * @param dropped whether webhooks were dropped that tell of it
 * @param facts that were posted, and so have to be there
 */
record Expectation(Truth truth, boolean dropped, Set<String> facts) {
  private static final String CUSTOMER = "partnerCustomerId";
  private static final String EXPIRED = "expired";
  private static final String CANCELLED = "cancelled";

  static Expectation of(Story story, Set<Word> dropped) {
    return new Expectation(
        story.truth(),
        story.words().stream().anyMatch(dropped::contains),
        story.words().stream()
            .filter(word -> !dropped.contains(word))
            .flatMap(word -> word.facts().stream())
            .collect(Collectors.toSet()));
  }

  /** The states in which it may stand. */
  Set<String> states() {
    return truth.state().equals(EXPIRED) && dropped
        ? Set.of(EXPIRED, CANCELLED)
        : Set.of(truth.state());
  }

  boolean isFinal() {
    return !truth.finals().isEmpty() || truth.state().equals("refunded");
  }

  /** Whether the API can be asked about it. */
  boolean isAnswerable() {
    return truth.details().containsKey("orderId") || truth.details().containsKey(CUSTOMER);
  }

  /** The final states that somebody may have told. */
  Set<String> finals() {
    Set<String> finals = new HashSet<>(truth.finals());
    if (truth.state().equals(EXPIRED)) {
      finals.add(CANCELLED);
    }
    return finals;
  }

  /** The facts as they have to be, where they are. */
  Map<String, String> details() {
    return new TreeMap<>(truth.details());
  }
}
