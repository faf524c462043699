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
 * Logs problems of the keys that it reads; while older keys are in use, no response shows them. A
 * warning is logged again only when the warnings change. Thread-safe.
 */
public final class LoggedKeySource implements KeySource {
  private final String process;
  private final KeySource source;
  private final EventLog eventLog;
  private final InstantSource clock;
  private final AtomicReference<List<String>> warned = new AtomicReference<>(List.of());

  /**
   * Creates a logged key source.
   *
   * @param process the process name in the log entries
   */
  public LoggedKeySource(String process, KeySource source, EventLog eventLog, InstantSource clock) {
    this.process = Objects.requireNonNull(process, "process");
    this.source = Objects.requireNonNull(source, "source");
    this.eventLog = Objects.requireNonNull(eventLog, "eventLog");
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
    } catch (KeysUnavailableException unavailable) {
      eventLog.write(failure(UnavailableCause.KEYS_UNREACHABLE, unavailable));
      throw unavailable;
    }
  }

  private void warn(List<String> warnings) {
    if (!warnings.equals(warned.getAndSet(warnings))) {
      warnings.forEach(warning -> eventLog.write(newEntry().field("warning", warning)));
    }
  }

  private void logExpiry(Instant expiry) {
    long remaining = Duration.between(clock.instant(), expiry).toSeconds();
    eventLog.write(
        newEntry()
            .field(LogField.KEYS_EXPIRE_AT, expiry.toString())
            .measure(Metric.KEY_EXPIRES_IN, remaining));
  }

  private LogEntry failure(UnavailableCause cause, RuntimeException fault) {
    return newEntry()
        .field(LogField.CAUSE, cause.text())
        .field(LogField.FAULT, FaultName.ofRootCause(fault))
        .count(Metric.KEY_LOADS_FAILED, 1);
  }

  private LogEntry newEntry() {
    return new LogEntry(process, clock.instant());
  }
}
