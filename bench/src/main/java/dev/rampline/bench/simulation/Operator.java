package dev.rampline.bench.simulation;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.bench.cloud.StreamBatch;
import dev.rampline.bench.cloud.Table.Change;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.relay.RelayHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Does what the runbook has people do once the cause is mended. Their commands, {@code redrive} and
 * {@code republish}, stand above this module; what they send, the messages of the records as they
 * are now, the relay's own code sends here.
 */
final class Operator {
  private static final int MOST_AT_ONCE = 25;

  private final Scene scene;
  private final Fleet<DynamodbEvent, StreamsEventResponse> fleet;

  Operator(Scene scene) {
    this.scene = scene;
    this.fleet =
        new Fleet<>(
            "operator",
            scene.world(),
            process ->
                new RelayHandler(
                    scene.composition(process).relaying(RelayConfiguration.of(scene.settings()))));
  }

  /** Has the records of those sent as they are. */
  void send(Collection<String> subjects) {
    List<Change> batch = new ArrayList<>();
    for (String subject : subjects) {
      scene
          .cloud()
          .table()
          .find(subject)
          .ifPresent(
              item ->
                  batch.add(
                      new Change(
                          batch.size(),
                          "nobody",
                          subject,
                          null,
                          item,
                          scene.world().timeline().instant())));
    }
    for (int from = 0; from < batch.size(); from += MOST_AT_ONCE) {
      List<Change> some = batch.subList(from, Math.min(from + MOST_AT_ONCE, batch.size()));
      fleet.invoke(StreamBatch.of(some), (process, _) -> process.note("sends by hand"), () -> {});
    }
  }
}
