package dev.rampline.subscriber;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The subscriber as a process: it ends by a signal, with 0, or because it cannot go on; never
 * otherwise.
 */
public final class SubscriberProcess {
  /** It cannot go on ({@code EX_SOFTWARE} of sysexits). */
  static final int INTERNAL_ERROR = 70;

  /** A setting makes no sense ({@code EX_CONFIG}). */
  static final int CONFIGURATION_ERROR = 78;

  private final EventLog eventLog;
  private final CompletableFuture<Throwable> fatalError = new CompletableFuture<>();
  private final AtomicInteger exitCode = new AtomicInteger();

  private SubscriberProcess(PrintStream output) {
    this.eventLog = EventLog.of(output);
  }

  /**
   * Runs it until it cannot go on; a signal ends the process from within.
   *
   * @param environment the settings, by their environment variables
   * @param clients how AWS is called
   * @param output where lines go
   * @param errors where a complaint about a setting goes
   * @return the code to exit with, which is never 0
   */
  public static int run(
      Map<String, String> environment, Clients clients, PrintStream output, PrintStream errors) {
    SubscriberProcess process = new SubscriberProcess(output);
    Thread.setDefaultUncaughtExceptionHandler((_, fault) -> process.uncaught(fault));
    try {
      return process.awaitFatalError(Subscriber.start(environment, clients, process.eventLog));
    } catch (ConfigurationException wrong) {
      errors.println(wrong.getMessage());
      return CONFIGURATION_ERROR;
    } catch (SdkClientException incomplete) {
      // Nothing was called yet: this is the SDK's own complaint about what it needs to call at all.
      errors.println(
          "AWS cannot be called: AWS_REGION is missing, or an endpoint is no URL; set it right");
      return CONFIGURATION_ERROR;
    } catch (RuntimeException | Error fault) {
      process.logFault(fault);
      return INTERNAL_ERROR;
    }
  }

  private int awaitFatalError(Subscriber subscriber) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(subscriber), "end"));
    logFault(
        CompletableFuture.anyOf(subscriber.fatalError(), fatalError)
            .thenApply(Throwable.class::cast)
            .join());
    exitCode.set(INTERNAL_ERROR);
    return INTERNAL_ERROR;
  }

  /** An exit by a signal has a code of its own, unless a hook halts with another. */
  private void shutDown(Subscriber subscriber) {
    try (subscriber) {
      eventLog.write(new LogEntry("subscriber", Instant.now()).field("ending", "draining"));
    } finally {
      Runtime.getRuntime().halt(exitCode.get());
    }
  }

  /** A thread that a mistake ends is told of; an error may have ended what nobody misses yet. */
  private void uncaught(Throwable fault) {
    if (fault instanceof Error) {
      fatalError.complete(fault);
      return;
    }
    logFault(fault);
  }

  /** Of a fault its name alone: its message may quote anything. */
  private void logFault(Throwable fault) {
    eventLog.write(
        new LogEntry("subscriber", Instant.now())
            .field("fault", FaultName.ofRootCause(fault))
            .count(Metric.FAULTS, 1));
  }
}
