package dev.rampline.decoding;

import java.util.Arrays;
import java.util.Optional;

/** What a customer does with crypto. */
enum Side {
  BUY,
  SELL,
  NFT;

  static Optional<Side> of(String text) {
    return Arrays.stream(values())
        .filter(side -> side.name().equalsIgnoreCase(text.strip()))
        .findFirst();
  }
}
