package dev.rampline.emulator;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A seeded random generator. Not thread-safe. */
final class EmulatorRandom {
  private final Random random;

  EmulatorRandom(long seed) {
    this.random = new Random(seed);
  }

  int nextInt(int bound) {
    return random.nextInt(bound);
  }

  long nextSeed() {
    return random.nextLong();
  }

  double nextDouble() {
    return random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  boolean percent(int probability) {
    return random.nextInt(100) < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String nextHex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
