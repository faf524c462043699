package dev.rampline.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Finds port offsets that are unused and outside the range of automatically assigned ports. */
public final class FreeOffset {
  private FreeOffset() {}

  /** Finds an offset at which nothing listens. */
  public static int find() {
    RandomGenerator random = RandomGenerator.getDefault();
    return IntStream.generate(() -> random.nextInt(2_000, 23_000))
        .filter(
            offset ->
                IntStream.of(8000, 8080, 8081, 8082, 8083, 8090, 9324)
                    .noneMatch(port -> isTaken(port + offset)))
        .findFirst()
        .orElseThrow();
  }

  static boolean isTaken(int port) {
    try (ServerSocket probe = new ServerSocket(port)) {
      return probe.isClosed();
    } catch (IOException taken) {
      return true;
    }
  }
}
