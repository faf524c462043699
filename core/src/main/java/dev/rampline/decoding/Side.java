package dev.rampline.decoding;

import java.util.Arrays;
import java.util.Optional;

/** What the customer does: buy or sell crypto, or buy an NFT. */
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
