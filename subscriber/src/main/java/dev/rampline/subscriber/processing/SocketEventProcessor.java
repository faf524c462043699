package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.decoding.SocketDecoder;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.Ledger;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what the socket says (design §7): what it hears it only puts down, so that the socket
 * never waits. Workers write each word as a claim and have it answered by the provider's API, and
 * what may have been missed is asked for after every gap. Thread-safe.
 */
public final class SocketEventProcessor implements SocketListener {
  private final SocketDecoder decoder = new SocketDecoder();
  private final ProcessorTelemetry telemetry;
  private final InstantSource clock;
  private final Consumer<Throwable> onFatalError;
  private final EventBuffer<SocketDecodingResult.Update> buffer;
  private final WorkerPool<SocketDecodingResult.Update> pool;
  private final ProviderFollowUp followUp;

  /**
   * Makes it; it works once it is started.
   *
   * @param capacity how many subjects may wait at most
   */
  public SocketEventProcessor(Dependencies parts, int capacity) {
    this.telemetry = new ProcessorTelemetry(parts.eventLog, parts.clock);
    this.clock = parts.clock;
    this.onFatalError = parts.onFatalError;
    this.buffer = new EventBuffer<>(capacity);
    this.followUp = ProviderFollowUp.of(parts, capacity, telemetry);
    UnverifiedEventTask work =
        new UnverifiedEventTask(
            parts.ingest, followUp.lookups(), followUp.trigger(), telemetry, clock);
    this.pool = new WorkerPool<>(buffer, work, parts.pools.unverifiedEvents(), onFatalError);
  }

  /** Begins to work. */
  public void start() {
    followUp.start();
    pool.start();
  }

  @Override
  public void onEvent(SocketEvent event) {
    try {
      var argument = event.arguments().isEmpty() ? null : event.arguments().getFirst();
      switch (decoder.decode(event.name(), argument, clock.instant())) {
        case SocketDecodingResult.Update told -> enqueue(told);
        case SocketDecodingResult.Pong() -> {}
        case SocketDecodingResult.Unknown() -> telemetry.count(Metric.UNRECOGNIZED_EVENTS);
      }
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
    telemetry.write(telemetry.newEntry().field("socket", "lost").field("reason", reason));
  }

  @Override
  public void onFailed(String reason) {
    telemetry.write(telemetry.newEntry().field("socket", "failed").field("reason", reason));
  }

  /** Measures how it does, and what it has done since that was told last. */
  public void addMetrics(LogEntry line) {
    line.measure(Metric.BUFFER_DEPTH, buffer.depth());
    telemetry.addCounts(line);
  }

  /**
   * Writes what waits, for no longer than that, and ends. What is read back by then is; the claims
   * of the others stand until the reconciler looks at them.
   *
   * @return how many subjects were not written
   */
  public int drain(Duration longest) {
    int left = pool.drain(longest);
    followUp.stop();
    return left;
  }

  private void enqueue(SocketDecodingResult.Update told) {
    if (!buffer.put(told.event().subject(), told)) {
      telemetry.count(Metric.EVENTS_DROPPED);
      followUp.trigger().reconcile();
    }
  }

  /**
   * What it works with.
   *
   * @param ingest takes claims in
   * @param ledger that it writes to
   * @param api who can be asked; null: nobody
   * @param pools who works
   * @param onFatalError told of what the process cannot go on with
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
      Objects.requireNonNull(eventLog, "journal");
      Objects.requireNonNull(clock, "clock");
      Objects.requireNonNull(pools, "crews");
      Objects.requireNonNull(onFatalError, "onDeath");
    }
  }

  /**
   * The provider's API.
   *
   * @param lookup asks about one subject
   * @param reconciliation asks about all
   */
  public record Api(ProviderLookup lookup, Reconciliation reconciliation) {
    public Api {
      Objects.requireNonNull(lookup, "readBack");
      Objects.requireNonNull(reconciliation, "reconciliation");
    }
  }
}
