package dev.rampline.devkit.emulator;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Everything that is left to chance, from one seed. Not thread-safe. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long seed() {
    return random.nextLong();
  }

  double share() {
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

  String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
