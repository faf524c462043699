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

  /**
   * Whether the other channels can make good that no webhook tells that word. The API knows no
   * refunds, and no customers but by the partner's own id; nobody asks it about one never heard of,
   * nor about one whose KYC was told with its time.
   */
  boolean isRepairable(int index) {
    Echo echo = words.get(index).echo();
    if (echo.facts().containsKey("orderId")) {
      return echo.status() != null;
    }
    return index > 0 && inOrder && echo.facts().containsKey("partnerCustomerId");
  }
}
