package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.Ledger;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Processes the socket's events ({@code docs/architecture.md#socket}). It only buffers them on the
 * socket's thread, so that the socket never waits. Workers write each one as an unverified event
 * and look it up at the provider's API. After every gap it triggers a reconciliation. Thread-safe.
 */
public final class SocketEventProcessor implements SocketListener {
  private final SocketEventReader reader;
  private final AtomicLong updates = new AtomicLong();
  private final ProcessorTelemetry telemetry;
  private final InstantSource clock;
  private final Consumer<Throwable> onFatalError;
  private final EventBuffer<SocketDecodingResult.Update> buffer;
  private final WorkerPool<SocketDecodingResult.Update> pool;
  private final ProviderFollowUp followUp;

  /**
   * Creates a processor, which does nothing before {@link #start}.
   *
   * @param vocabulary the provider's terms
   * @param capacity the number of subjects whose events may wait
   */
  public SocketEventProcessor(Dependencies dependencies, Vocabulary vocabulary, int capacity) {
    this.reader = new SocketEventReader(vocabulary);
    this.telemetry = new ProcessorTelemetry(dependencies.eventLog, dependencies.clock);
    this.clock = dependencies.clock;
    this.onFatalError = dependencies.onFatalError;
    this.buffer = new EventBuffer<>(capacity);
    this.followUp = ProviderFollowUp.of(dependencies, capacity, telemetry);
    UnverifiedEventTask task =
        new UnverifiedEventTask(
            dependencies.ingest, followUp.lookups(), followUp.trigger(), telemetry, clock);
    this.pool = new WorkerPool<>(buffer, task, dependencies.pools.unverifiedEvents(), onFatalError);
  }

  /** Starts the workers. */
  public void start() {
    followUp.start();
    pool.start();
  }

  @Override
  public void onEvent(SocketEvent event) {
    try {
      SocketEventReader.Reading reading = reader.read(event, clock.instant());
      reading.updates().forEach(this::enqueue);
      reading.unreadable().forEach(telemetry::countUnrecognized);
    } catch (Error fatal) {
      onFatalError.accept(fatal);
      throw fatal;
    }
  }

  @Override
  public void onSubscribed() {
    telemetry.write(telemetry.newEntry().field("socket", "subscribed"));
    followUp.trigger().reconcile();
  }

  @Override
  public void onDisconnected(String reason) {
    telemetry.write(
        telemetry.newEntry().field("socket", "lost").field(LogField.DISCONNECT_REASON, reason));
  }

  @Override
  public void onFailed(String reason) {
    telemetry.logFailedSubscription(reason, null);
  }

  @Override
  public void onSetupFailed(Throwable fault) {
    telemetry.logFailedSubscription("no attempt could be made", fault);
  }

  /** The number of status updates that the socket has delivered. */
  public long updates() {
    return updates.get();
  }

  /** Adds the buffer's depth and the counts since the last call to a log entry. */
  public void addMetrics(LogEntry entry) {
    entry.measure(Metric.BUFFER_DEPTH, buffer.depth());
    telemetry.addCounts(entry);
  }

  /**
   * Writes the buffered events within the timeout and stops. It drops pending lookups; the
   * reconciler resolves their unverified events.
   *
   * @return the number of subjects whose events were not written
   */
  public int drain(Duration timeout) {
    int unwritten = pool.drain(timeout);
    followUp.stop();
    return unwritten;
  }

  private void enqueue(SocketDecodingResult.Update update) {
    updates.incrementAndGet();
    if (!buffer.put(update.event().subject(), update)) {
      telemetry.count(Metric.EVENTS_DROPPED);
      followUp.trigger().reconcile();
    }
  }

  /**
   * What the event processor needs.
   *
   * @param ingest ingests unverified events
   * @param ledger where {@code ingest} writes
   * @param api the provider's API, or null if it is not configured
   * @param pools the worker pools
   * @param onFatalError called with the error that the process cannot continue after
   */
  public record Dependencies(
      Ingest ingest,
      Ledger ledger,
      @Nullable Api api,
      EventLog eventLog,
      InstantSource clock,
      ProcessorPools pools,
      Consumer<Throwable> onFatalError) {
    public Dependencies {
      Objects.requireNonNull(ingest, "ingest");
      Objects.requireNonNull(ledger, "ledger");
      Objects.requireNonNull(eventLog, "eventLog");
      Objects.requireNonNull(clock, "clock");
      Objects.requireNonNull(pools, "pools");
      Objects.requireNonNull(onFatalError, "onFatalError");
    }
  }

  /**
   * The provider's API.
   *
   * @param lookup looks up one subject
   * @param reconciliation fetches all missed updates
   */
  public record Api(ProviderLookup lookup, Reconciliation reconciliation) {
    public Api {
      Objects.requireNonNull(lookup, "lookup");
      Objects.requireNonNull(reconciliation, "reconciliation");
    }
  }
}
