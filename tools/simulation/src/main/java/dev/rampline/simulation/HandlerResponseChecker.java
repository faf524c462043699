package dev.rampline.simulation;

import dev.rampline.simulation.check.Invariant;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.environment.ExternalService;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.provider.SimulatedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Compares each handler's response with the table. */
final class HandlerResponseChecker {
  private static final int OK = 200;

  /** A failed read of the keys is not repeated for ten seconds. */
  private static final Duration MAX_KEY_CACHE_LAG = Duration.ofSeconds(15);

  private final SimulationContext context;

  HandlerResponseChecker(SimulationContext context) {
    this.context = context;
  }

  /** Checks the answer to a forgery. */
  void checkForgery(int status) {
    context
        .violations()
        .expect(status != OK, Invariant.I4, "", "a forgery was answered with " + status);
  }

  /**
   * Checks the rejection of a genuine delivery: the signing key must be one that Rampline never
   * stored, or stored more recently than a cache may lag, or the keys must have been unreadable.
   *
   * @param begun when the delivery arrived
   */
  void checkRejection(SimulatedEvent event, String body, Instant begun) {
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
            event.subject(),
            event + " was signed with a held key and was rejected");
  }

  /**
   * Compares a process's last log entry with its writes.
   *
   * @param written the length of the stream before the invocation
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
            Invariant.LOG_ENTRIES,
            change.subject(),
            change.messageId() + " was written, but the log entry is: " + line);
  }
}
