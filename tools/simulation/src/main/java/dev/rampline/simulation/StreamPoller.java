package dev.rampline.simulation;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.cloud.Table.TableWrite;
import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers the table's stream to the relay as Lambda does: it resumes at the record that the relay
 * reports as failed.
 */
final class StreamPoller {
  private static final int MAX_BATCH_SIZE = 25;
  private static final Duration MIN_LAG = Duration.ofMillis(200);
  private static final Duration MAX_LAG = Duration.ofSeconds(2);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(20);
  private static final Duration MAX_WAIT = Duration.ofMinutes(10);
  private static final Duration STREAM_RETENTION = Duration.ofHours(24);

  private final SimulationContext context;
  private final SimulatedClock clock;
  private final SimulationRandom random;
  private final InstancePool<DynamodbEvent, StreamsEventResponse> instances;
  private final List<String> trimmedMessages = new ArrayList<>();
  private int position;
  private Duration wait = FIRST_WAIT;
  private boolean isScheduled;

  StreamPoller(SimulationContext context) {
    this.context = context;
    this.clock = context.environment().clock();
    this.random = context.environment().random().fork("stream");
    this.instances = new InstancePool<>("relay", context.environment(), this::handler);
    context.cloud().table().watch(_ -> scheduleRead());
  }

  private RelayHandler handler(SimulatedProcess process) {
    RelayConfiguration configuration = RelayConfiguration.of(context.settings());
    return new RelayHandler(context.relayFunctionsModule(process).relay(configuration));
  }

  private void scheduleRead() {
    if (!isScheduled && context.injector().isRelayEnabled()) {
      isScheduled = true;
      clock.scheduleAfter(random.drawDuration(MIN_LAG, MAX_LAG), this::read);
    }
  }

  /** The messages that expired from the stream before they were read. */
  List<String> trimmedMessages() {
    return trimmedMessages;
  }

  private void read() {
    trim();
    if (context.environment().faults().inject(Fault.STREAM_REPLAY, 0.05)) {
      position = Math.max(0, position - random.drawInt(MAX_BATCH_SIZE));
    }
    List<TableWrite> stream = context.cloud().table().stream();
    int end = Math.min(stream.size(), position + 1 + random.drawInt(MAX_BATCH_SIZE));
    List<TableWrite> batch = List.copyOf(stream.subList(position, end));
    instances.invoke(
        Table.streamEvent(batch),
        (_, answer) -> advance(end, context.injector().relayResponse(answer)),
        this::retry);
  }

  private void trim() {
    List<TableWrite> stream = context.cloud().table().stream();
    Instant oldest = clock.instant().minus(STREAM_RETENTION);
    while (position < stream.size() && stream.get(position).at().isBefore(oldest)) {
      trimmedMessages.add(stream.get(position).messageId());
      position++;
    }
  }

  private void retry() {
    clock.scheduleAfter(wait, this::read);
    wait = wait.compareTo(MAX_WAIT) < 0 ? wait.multipliedBy(2) : wait;
  }

  private void advance(int end, StreamsEventResponse answer) {
    List<BatchItemFailure> failures = answer.getBatchItemFailures();
    if (!failures.isEmpty()) {
      String failed = failures.getFirst().getItemIdentifier();
      position = failed == null ? position : Integer.parseInt(failed);
      retry();
      return;
    }
    wait = FIRST_WAIT;
    position = end;
    isScheduled = false;
    if (position < context.cloud().table().stream().size()) {
      scheduleRead();
    }
  }
}
