package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Invariant;
import dev.rampline.bench.cloud.Table;
import dev.rampline.bench.world.Instance;
import java.util.List;

/** Holds against the table what a handler has said. */
final class Bookkeeping {
  private static final int OK = 200;

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
