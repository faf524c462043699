package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Invariant;
import dev.rampline.bench.cloud.Table;
import dev.rampline.bench.provider.Word;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holds against the table what a handler has said. */
final class Bookkeeping {
  private static final int OK = 200;

  /** A read of the keys that failed is not repeated for ten seconds. */
  private static final Duration KEYS_MAY_LAG = Duration.ofSeconds(15);

  private final Scene scene;

  Bookkeeping(Scene scene) {
    this.scene = scene;
  }

  /** A forgery was answered. */
  void forgeryAnswered(int status) {
    scene
        .findings()
        .expect(status != OK, Invariant.I4, "", "a forgery was answered with " + status);
  }

  /**
   * A genuine delivery was refused: the key that signed it is one that Rampline never got to keep,
   * or has kept for no longer than a cache may lag, or keys could not be read just now.
   *
   * @param begun when it came
   */
  void refused(Word word, String body, Instant begun) {
    Instant keyed = begun.minus(KEYS_MAY_LAG);
    boolean excused = !scene.world().faults().last(Service.SECRET).isBefore(keyed);
    boolean held =
        scene
            .cloud()
            .vault()
            .heldSince(scene.provider().signer(body))
            .filter(since -> !since.isAfter(keyed))
            .isPresent();
    scene
        .findings()
        .expect(
            excused || !held,
            Invariant.KEYS,
            word.subject(),
            word + " was signed with a key that is held, and was refused");
  }

  /**
   * A process has answered and said in its last line what it did.
   *
   * @param written how long the stream was before
   */
  void answered(Instance process, int written) {
    String line = scene.lines().isEmpty() ? "" : scene.lines().getLast();
    List<Table.Change> stream = scene.cloud().table().stream();
    stream.subList(written, stream.size()).stream()
        .filter(change -> change.makesVersion() && change.writer().equals(process.name()))
        .findFirst()
        .ifPresent(change -> hold(change, line));
  }

  private void hold(Table.Change change, String line) {
    boolean denied =
        line.contains("\"decision\":\"duplicate\"") || line.contains("\"decision\":\"stale\"");
    scene
        .findings()
        .expect(
            !denied,
            Invariant.LINES,
            change.subject(),
            change.messageId() + " was written, and the line says: " + line);
  }
}
