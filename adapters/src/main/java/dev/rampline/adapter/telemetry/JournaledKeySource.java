package dev.rampline.adapter.telemetry;

import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells what is wrong with the keys that it reads: while older ones serve on, no answer shows it.
 * Warnings are told once, until there are others. Thread-safe.
 */
public final class JournaledKeySource implements KeySource {
  private final String process;
  private final KeySource source;
  private final Journal journal;
  private final InstantSource clock;
  private final AtomicReference<List<String>> warned = new AtomicReference<>(List.of());

  /**
   * Tells of that source.
   *
   * @param process who reads it, as its lines say
   */
  public JournaledKeySource(
      String process, KeySource source, Journal journal, InstantSource clock) {
    this.process = Objects.requireNonNull(process, "process");
    this.source = Objects.requireNonNull(source, "source");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public KeysDocument read() {
    try {
      KeysDocument document = source.read();
      warn(document.warnings());
      KeysEnd.of(document.keys()).ifPresent(this::tellLeft);
      return document;
    } catch (InvalidKeysException invalid) {
      journal.write(failure(Outage.KEYS_INVALID, invalid).tell("complaint", invalid.getMessage()));
      throw invalid;
    } catch (KeysUnavailableException unreachable) {
      journal.write(failure(Outage.KEYS_UNREACHABLE, unreachable));
      throw unreachable;
    }
  }

  private void warn(List<String> warnings) {
    if (!warnings.equals(warned.getAndSet(warnings))) {
      warnings.forEach(warning -> journal.write(line().tell("warning", warning)));
    }
  }

  private void tellLeft(Instant end) {
    long left = Duration.between(clock.instant(), end).toSeconds();
    journal.write(line().tell("keysEnd", end.toString()).measure(Metric.KEY_LEFT, left));
  }

  private Line failure(Outage outage, RuntimeException fault) {
    return line()
        .tell("cause", outage.text())
        .tell("fault", FaultName.atRootOf(fault))
        .count(Metric.KEY_READINGS_FAILED, 1);
  }

  private Line line() {
    return new Line(process, clock.instant());
  }
}
