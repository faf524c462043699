package dev.rampline.simulation;

import dev.rampline.simulation.check.Invariant;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.environment.ExternalService;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.provider.SimulatedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holds against the table what a handler has said. */
final class HandlerResponseChecker {
  private static final int OK = 200;

  /** A read of the keys that failed is not repeated for ten seconds. */
  private static final Duration MAX_KEY_CACHE_LAG = Duration.ofSeconds(15);

  private final SimulationContext context;

  HandlerResponseChecker(SimulationContext scene) {
    this.context = scene;
  }

  /** A forgery was answered. */
  void checkForgery(int status) {
    context
        .violations()
        .expect(status != OK, Invariant.I4, "", "a forgery was answered with " + status);
  }

  /**
   * A genuine delivery was refused: the key that signed it is one that Rampline never got to keep,
   * or has kept for no longer than a cache may lag, or keys could not be read just now.
   *
   * @param begun when it came
   */
  void checkRejection(SimulatedEvent word, String body, Instant begun) {
    Instant keyed = begun.minus(MAX_KEY_CACHE_LAG);
    boolean excused =
        !context.environment().faults().lastFaultAt(ExternalService.SECRET).isBefore(keyed);
    boolean held =
        context
            .cloud()
            .secretStore()
            .currentSince(context.provider().signingToken(body))
            .filter(since -> !since.isAfter(keyed))
            .isPresent();
    context
        .violations()
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
  void checkLogEntry(SimulatedProcess process, int written) {
    String line = context.logEntries().isEmpty() ? "" : context.logEntries().getLast();
    List<Table.TableWrite> stream = context.cloud().table().stream();
    stream.subList(written, stream.size()).stream()
        .filter(change -> change.hasNewVersion() && change.writer().equals(process.name()))
        .findFirst()
        .ifPresent(change -> checkDecision(change, line));
  }

  private void checkDecision(Table.TableWrite change, String line) {
    boolean denied =
        line.contains("\"decision\":\"duplicate\"") || line.contains("\"decision\":\"stale\"");
    context
        .violations()
        .expect(
            !denied,
            Invariant.LINES,
            change.subject(),
            change.messageId() + " was written, and the line says: " + line);
  }
}
