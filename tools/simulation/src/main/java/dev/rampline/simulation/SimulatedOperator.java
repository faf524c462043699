package dev.rampline.simulation;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.cloud.Table.TableWrite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Performs the recovery steps of the runbook after a fault is fixed. The {@code redrive} and {@code
 * republish} commands are in a module that depends on this one. Here the relay sends what they
 * send: the messages of the current records.
 */
final class SimulatedOperator {
  private static final int MAX_BATCH_SIZE = 25;

  private final SimulationContext context;
  private final InstancePool<DynamodbEvent, StreamsEventResponse> instances;

  SimulatedOperator(SimulationContext context) {
    this.context = context;
    this.instances =
        new InstancePool<>(
            "operator",
            context.environment(),
            process ->
                new RelayHandler(
                    context
                        .functionsModule(process)
                        .relay(RelayConfiguration.of(context.settings()))));
  }

  /** Sends the current records of those subjects. */
  void send(Collection<String> subjects) {
    List<TableWrite> batch = new ArrayList<>();
    for (String subject : subjects) {
      context
          .cloud()
          .table()
          .find(subject)
          .ifPresent(
              item ->
                  batch.add(
                      new TableWrite(
                          batch.size(),
                          "unknown",
                          context.environment().clock().instant(),
                          subject,
                          null,
                          item,
                          context.environment().clock().instant())));
    }
    for (int from = 0; from < batch.size(); from += MAX_BATCH_SIZE) {
      List<TableWrite> some = batch.subList(from, Math.min(from + MAX_BATCH_SIZE, batch.size()));
      instances.invoke(
          Table.streamEvent(some), (process, _) -> process.trace("resends manually"), () -> {});
    }
  }
}
