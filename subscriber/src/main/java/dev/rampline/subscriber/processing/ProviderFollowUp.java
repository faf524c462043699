package dev.rampline.subscriber.processing;

import dev.rampline.event.Subject;
import dev.rampline.subscriber.processing.SocketEventProcessor.Api;
import dev.rampline.subscriber.processing.SocketEventProcessor.Dependencies;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How claims and gaps are answered, where there is an API to ask. */
interface ProviderFollowUp {
  /** Claims are read back here. */
  LookupQueue lookups();

  /** Gaps are reconciled here. */
  ReconciliationTrigger trigger();

  void start();

  void stop();

  static ProviderFollowUp of(Dependencies parts, int capacity, ProcessorTelemetry telling) {
    Api api = parts.api();
    return api == null ? new Disabled() : new Enabled(api, parts, capacity, telling);
  }

  /** There is nobody to ask. */
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

  /** The API is asked; however slow it is, no claim waits for it. */
  final class Enabled implements ProviderFollowUp, LookupQueue {
    private final EventBuffer<Optional<String>> buffer;
    private final WorkerPool<Optional<String>> pool;
    private final GapReconciliation gap;

    private Enabled(Api api, Dependencies parts, int capacity, ProcessorTelemetry telling) {
      this.buffer = new EventBuffer<>(capacity);
      LookupTask work = new LookupTask(api.lookup(), parts.ledger(), telling, parts.clock());
      this.pool = new WorkerPool<>(buffer, work, parts.pools().lookups(), parts.onFatalError());
      this.gap =
          new GapReconciliation(
              api.reconciliation(),
              telling,
              parts.clock(),
              parts.pools().reconciliation(),
              parts.onFatalError());
    }

    /** A subject that finds no room is left to the reconciler: its record says that it is. */
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
      return gap;
    }

    @Override
    public void start() {
      pool.start();
    }

    @Override
    public void stop() {
      gap.stop();
      pool.drain(Duration.ZERO);
    }
  }
}
