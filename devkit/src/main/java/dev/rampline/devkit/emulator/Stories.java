package dev.rampline.devkit.emulator;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Draws stories of every kind from one seed. */
final class Stories {
  /** Long past, so that no clock takes an event's time for the future. */
  private static final Instant START = Instant.parse("2025-03-03T08:00:00Z");

  private static final double KYC_SHARE = 0.15;
  private static final double SELL_SHARE = 0.4;
  private static final double ODD_ID_SHARE = 0.05;

  private final Dice dice;

  Stories(Dice dice) {
    this.dice = dice;
  }

  List<Story> tell(int count) {
    return IntStream.range(0, count).mapToObj(this::story).toList();
  }

  private Story story(int number) {
    Instant start = START.plusSeconds(60L * number);
    if (dice.chance(KYC_SHARE)) {
      return new KycStories(start, dice).tell(number);
    }
    boolean sell = dice.chance(SELL_SHARE);
    OrderFacts order = OrderFacts.drawn(id(number), sell ? "SELL" : "BUY", start, dice);
    OrderTale tale = new OrderTale(order, dice);
    return dice.pick(sell ? SellStories.ALL : BuyStories.ALL).apply(tale);
  }

  /** Now and then an id that no queue would take as it is. */
  private String id(int number) {
    return dice.chance(ODD_ID_SHARE)
        ? "Bestellung №" + number + " / " + dice.hex(2)
        : "order-" + number + "-" + dice.hex(4);
  }
}
