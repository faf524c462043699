package dev.rampline.ledger;

import dev.rampline.event.EventFields;
import java.util.List;
import java.util.random.RandomGenerator;

/** Generates texts that are difficult for stores and encodings. */
final class HostileTextGenerator {
  private static final List<String> SHORT =
      List.of(
          "",
          " ",
          "\u0000",
          "null",
          "a\r\n\tb",
          "\"}],{\\",
          "\u202egnirts\u202c",
          "e\u0301 é",
          "\u2028\u2029\ufeff\uffff",
          "😀👩‍👩‍👧",
          "';--<script>&amp;");
  private static final List<String> REPEATED = List.of("x", "\u0000", "é", "漢", "😀", "\"", "\\");

  private final RandomGenerator random;

  HostileTextGenerator(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    if (random.nextInt(4) > 0) {
      return SHORT.get(random.nextInt(SHORT.size()));
    }
    String piece = REPEATED.get(random.nextInt(REPEATED.size()));
    return piece.repeat(EventFields.MAX_TEXT / piece.length());
  }
}
