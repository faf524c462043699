package dev.rampline.decoding;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the customer does: buy or sell crypto, or buy an NFT. */
enum Side {
  BUY,
  SELL,
  NFT;

  private static final Set<Side> ALL = EnumSet.allOf(Side.class);

  static Optional<Side> of(String text) {
    for (Side side : ALL) {
      if (side.name().equalsIgnoreCase(text.strip())) {
        return Optional.of(side);
      }
    }
    return Optional.empty();
  }
}
