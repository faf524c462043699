package dev.rampline.lifecycle;

import static org.quicktheories.generators.Generate.range;

import dev.rampline.observation.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/**
 * What was said, and how it was heard: in another order, and some of it more than once.
 *
 * @param said each word once
 * @param heard the same words, at least once each
 */
record Hearing(List<Observation> said, List<Observation> heard) {
  private static final int MOST_WORDS = 6;
  private static final int MOST_REPEATS = 3;

  static Gen<Hearing> of(Gen<Observation> words) {
    return in -> {
      List<Observation> said = listOf(words, range(1, MOST_WORDS).generate(in), in);
      return new Hearing(said, shuffled(said, in));
    };
  }

  static <T> List<T> listOf(Gen<T> things, int size, RandomnessSource in) {
    List<T> list = new ArrayList<>();
    while (list.size() < size) {
      list.add(things.generate(in));
    }
    return list;
  }

  private static List<Observation> shuffled(List<Observation> said, RandomnessSource in) {
    Gen<Observation> again = source -> said.get(range(0, said.size() - 1).generate(source));
    List<Observation> heard = new ArrayList<>(said);
    heard.addAll(listOf(again, range(0, MOST_REPEATS).generate(in), in));
    for (int last = heard.size() - 1; last > 0; last--) {
      Collections.swap(heard, last, range(0, last).generate(in));
    }
    return heard;
  }
}
