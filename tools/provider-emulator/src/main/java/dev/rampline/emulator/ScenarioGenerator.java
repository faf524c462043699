package dev.rampline.emulator;

import dev.rampline.testkit.provider.OrderLifeCycle;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Draws scenarios of every kind from a seed. */
final class ScenarioGenerator {
  /** In the distant past, so that no clock places an event in the future. */
  private static final Instant START = Instant.parse("2025-03-03T08:00:00Z");

  private static final double KYC_SHARE = 0.15;
  private static final double SELL_SHARE = 0.4;
  private static final double UNSAFE_ID_SHARE = 0.05;

  private final EmulatorRandom random;

  ScenarioGenerator(EmulatorRandom random) {
    this.random = random;
  }

  List<EmulatedScenario> generate(int count) {
    return IntStream.range(0, count).mapToObj(this::scenario).toList();
  }

  private EmulatedScenario scenario(int number) {
    Instant start = START.plusSeconds(60L * number);
    if (random.chance(KYC_SHARE)) {
      return new KycScenarios(start, random).generate(number);
    }
    boolean sell = random.chance(SELL_SHARE);
    EmulatedOrder order =
        EmulatedOrder.random(orderId(number), sell ? "SELL" : "BUY", start, random);
    return new OrderScenarioBuilder(order, random)
        .build(random.pick(sell ? OrderLifeCycle.SELL : OrderLifeCycle.BUY));
  }

  /** Some IDs are not valid message group IDs. */
  private String orderId(int number) {
    return random.chance(UNSAFE_ID_SHARE)
        ? "Bestellung №" + number + " / " + random.nextHex(2)
        : "order-" + number + "-" + random.nextHex(4);
  }
}
