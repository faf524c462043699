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
public final class LoggedKeySource implements KeySource {
  private final String process;
  private final KeySource source;
  private final EventLog eventLog;
  private final InstantSource clock;
  private final AtomicReference<List<String>> warned = new AtomicReference<>(List.of());

  /**
   * Tells of that source.
   *
   * @param process who reads it, as its lines say
   */
  public LoggedKeySource(String process, KeySource source, EventLog journal, InstantSource clock) {
    this.process = Objects.requireNonNull(process, "process");
    this.source = Objects.requireNonNull(source, "source");
    this.eventLog = Objects.requireNonNull(journal, "journal");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public KeysDocument read() {
    try {
      KeysDocument document = source.read();
      warn(document.warnings());
      KeyExpiry.of(document.keys()).ifPresent(this::logExpiry);
      return document;
    } catch (InvalidKeysException invalid) {
      eventLog.write(
          failure(UnavailableCause.KEYS_INVALID, invalid)
              .field(LogField.PROBLEM, invalid.getMessage()));
      throw invalid;
    } catch (KeysUnavailableException unreachable) {
      eventLog.write(failure(UnavailableCause.KEYS_UNREACHABLE, unreachable));
      throw unreachable;
    }
  }

  private void warn(List<String> warnings) {
    if (!warnings.equals(warned.getAndSet(warnings))) {
      warnings.forEach(warning -> eventLog.write(newEntry().field("warning", warning)));
    }
  }

  private void logExpiry(Instant end) {
    long left = Duration.between(clock.instant(), end).toSeconds();
    eventLog.write(
        newEntry()
            .field(LogField.KEYS_EXPIRE_AT, end.toString())
            .measure(Metric.KEY_EXPIRES_IN, left));
  }

  private LogEntry failure(UnavailableCause outage, RuntimeException fault) {
    return newEntry()
        .field("cause", outage.text())
        .field("fault", FaultName.ofRootCause(fault))
        .count(Metric.KEY_LOADS_FAILED, 1);
  }

  private LogEntry newEntry() {
    return new LogEntry(process, clock.instant());
  }
}
