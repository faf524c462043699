package dev.rampline.bench.check;

import dev.rampline.bench.provider.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which words were answered with 200: those are Rampline's to keep. */
public final class Heard {
  private final Set<Word> accepted = new LinkedHashSet<>();

  /** A word was answered with 200. */
  public void accept(Word word) {
    accepted.add(word);
  }

  /** Those of a subject. */
  <W extends Word> List<W> of(String subject, Class<W> kind) {
    return accepted.stream()
        .filter(word -> word.subject().equals(subject))
        .map(kind::cast)
        .toList();
  }

  /** How many there are. */
  public int size() {
    return accepted.size();
  }
}
