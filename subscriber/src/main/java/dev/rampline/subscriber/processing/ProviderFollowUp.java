package dev.rampline.subscriber.processing;

import dev.rampline.event.Subject;
import dev.rampline.subscriber.processing.SocketEventProcessor.Api;
import dev.rampline.subscriber.processing.SocketEventProcessor.Dependencies;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves unverified events and gaps through the provider's API, if one is configured. */
interface ProviderFollowUp {
  /** The queue for lookups. */
  LookupQueue lookups();

  /** The trigger for reconciliations. */
  ReconciliationTrigger trigger();

  void start();

  void stop();

  static ProviderFollowUp of(
      Dependencies dependencies, int capacity, ProcessorTelemetry telemetry) {
    Api api = dependencies.api();
    return api == null ? new Disabled() : new Enabled(api, dependencies, capacity, telemetry);
  }

  /** No provider API is configured. */
  record Disabled() implements ProviderFollowUp {
    @Override
    public LookupQueue lookups() {
      return LookupQueue.NONE;
    }

    @Override
    public ReconciliationTrigger trigger() {
      return ReconciliationTrigger.NONE;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
  }

  /** A provider API is configured. Writing events does not wait for its lookups. */
  final class Enabled implements ProviderFollowUp, LookupQueue {
    private final EventBuffer<Optional<String>> buffer;
    private final WorkerPool<Optional<String>> pool;
    private final GapReconciliation reconciliation;

    private Enabled(
        Api api, Dependencies dependencies, int capacity, ProcessorTelemetry telemetry) {
      this.buffer = new EventBuffer<>(capacity);
      LookupTask task =
          new LookupTask(api.lookup(), dependencies.ledger(), telemetry, dependencies.clock());
      this.pool =
          new WorkerPool<>(
              buffer, task, dependencies.pools().lookups(), dependencies.onFatalError());
      this.reconciliation =
          new GapReconciliation(
              api.reconciliation(),
              telemetry,
              dependencies.clock(),
              dependencies.pools().reconciliation(),
              dependencies.onFatalError());
    }

    /** A subject that is dropped for lack of room is left to the reconciler's due checks. */
    @Override
    public void enqueue(Subject subject, @Nullable String providerId) {
      buffer.put(subject, Optional.ofNullable(providerId));
    }

    @Override
    public LookupQueue lookups() {
      return this;
    }

    @Override
    public ReconciliationTrigger trigger() {
      return reconciliation;
    }

    @Override
    public void start() {
      pool.start();
    }

    @Override
    public void stop() {
      reconciliation.stop();
      pool.drain(Duration.ZERO);
    }
  }
}
