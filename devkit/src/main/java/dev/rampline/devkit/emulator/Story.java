package dev.rampline.devkit.emulator;

import java.util.List;
import java.util.Objects;

/**
 * The life of one order or of one customer's KYC.
 *
 * @param kind which life it is, for people
 * @param truth what holds in the end
 * @param words in the order in which they happened
 * @param inOrder whether they have to be told in that order, since nothing in them says it
 */
public record Story(String kind, Truth truth, List<Word> words, boolean inOrder) {
  public Story {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(truth, "truth");
    words = List.copyOf(words);
  }
}
