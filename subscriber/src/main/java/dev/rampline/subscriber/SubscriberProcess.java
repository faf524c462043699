package dev.rampline.subscriber;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.InstallationName;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The subscriber as a process. It exits with 0 on a signal, and with another code on an error. */
public final class SubscriberProcess {
  /** Exit code for a fatal error ({@code EX_SOFTWARE} of sysexits). */
  static final int INTERNAL_ERROR = 70;

  /** Exit code for an invalid setting ({@code EX_CONFIG}). */
  static final int CONFIGURATION_ERROR = 78;

  private final EventLog eventLog;
  private final CompletableFuture<Throwable> fatalError = new CompletableFuture<>();
  private final AtomicInteger exitCode = new AtomicInteger();

  private SubscriberProcess(EventLog eventLog) {
    this.eventLog = eventLog;
  }

  /**
   * Runs the subscriber until a fatal error. A signal ends the process without returning.
   *
   * @param environment the settings as environment variables
   * @param clients creates the AWS clients
   * @param output receives the log entries
   * @param errors receives the message about an invalid setting
   * @return the exit code, which is never 0
   */
  public static int run(
      Map<String, String> environment, Clients clients, PrintStream output, PrintStream errors) {
    try {
      Map<String, String> settings = SharedSettings.addTo(environment);
      String name = InstallationName.of(new EnvironmentVariables(settings));
      return new SubscriberProcess(EventLog.of(output, name)).run(settings, clients, errors);
    } catch (ConfigurationException wrong) {
      errors.println(wrong.getMessage());
      return CONFIGURATION_ERROR;
    }
  }

  private int run(Map<String, String> settings, Clients clients, PrintStream errors) {
    Thread.setDefaultUncaughtExceptionHandler((_, fault) -> uncaught(fault));
    try {
      return awaitFatalError(Subscriber.start(settings, clients, eventLog));
    } catch (ConfigurationException wrong) {
      throw wrong;
    } catch (SdkClientException incomplete) {
      // No call was made yet: the SDK reports a missing or invalid setting of its own.
      errors.println(
          "Cannot call AWS: AWS_REGION is missing or an endpoint is not a URL. Correct it.");
      eventLog.write(
          new LogEntry("subscriber", Instant.now())
              .field(LogField.FAULT, FaultName.ofRootCause(incomplete)));
      return CONFIGURATION_ERROR;
    } catch (RuntimeException | Error fault) {
      logFault(fault);
      return INTERNAL_ERROR;
    }
  }

  private int awaitFatalError(Subscriber subscriber) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(subscriber), "shutdown"));
    logFault(
        CompletableFuture.anyOf(subscriber.fatalError(), fatalError)
            .thenApply(Throwable.class::cast)
            .join());
    exitCode.set(INTERNAL_ERROR);
    return INTERNAL_ERROR;
  }

  /** Halts with the exit code, because Java would use the signal's code. */
  private void shutDown(Subscriber subscriber) {
    try (subscriber) {
      eventLog.write(
          new LogEntry("subscriber", Instant.now()).field(LogField.SHUTDOWN, "draining"));
    } finally {
      Runtime.getRuntime().halt(exitCode.get());
    }
  }

  /**
   * Logs an exception; an {@link Error} is fatal because it may have stopped an essential thread.
   */
  private void uncaught(Throwable fault) {
    if (fault instanceof Error) {
      fatalError.complete(fault);
      return;
    }
    logFault(fault);
  }

  /** Logs the class of a fault without its message, which may quote personal data. */
  private void logFault(Throwable fault) {
    eventLog.write(
        new LogEntry("subscriber", Instant.now())
            .field("fault", FaultName.ofRootCause(fault))
            .count(Metric.FAULTS, 1));
  }
}
