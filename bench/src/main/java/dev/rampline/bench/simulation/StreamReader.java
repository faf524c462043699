package dev.rampline.bench.simulation;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.rampline.bench.cloud.StreamBatch;
import dev.rampline.bench.cloud.Table.Change;
import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Fault;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Timeline;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.relay.RelayHandler;
import java.time.Duration;
import java.util.List;

/** Reads the table's stream for the relay, as Lambda does: on from where it says it has failed. */
final class StreamReader {
  private static final int LARGEST_BATCH = 25;
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LONGEST_LAG = Duration.ofSeconds(2);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);

  private final Scene scene;
  private final Timeline timeline;
  private final Chance chance;
  private final Fleet<DynamodbEvent, StreamsEventResponse> fleet;
  private int position;
  private boolean awake;

  StreamReader(Scene scene) {
    this.scene = scene;
    this.timeline = scene.world().timeline();
    this.chance = scene.world().chance().of("stream");
    this.fleet = new Fleet<>("relay", scene.world(), this::handler);
    scene.cloud().table().watch(_ -> wake());
  }

  private RelayHandler handler(Instance process) {
    RelayConfiguration configuration = RelayConfiguration.of(scene.settings());
    return new RelayHandler(scene.compositionOfRelay(process).relaying(configuration));
  }

  private void wake() {
    if (!awake && scene.sabotage().relays()) {
      awake = true;
      timeline.after(chance.between(SOON, LONGEST_LAG), this::read);
    }
  }

  private void read() {
    if (scene.world().faults().strikes(Fault.STREAM_REPLAY, 0.05)) {
      position = Math.max(0, position - chance.below(LARGEST_BATCH));
    }
    List<Change> stream = scene.cloud().table().stream();
    int end = Math.min(stream.size(), position + 1 + chance.below(LARGEST_BATCH));
    List<Change> batch = List.copyOf(stream.subList(position, end));
    fleet.invoke(
        StreamBatch.of(batch),
        (_, answer) -> goOn(end, scene.sabotage().relayed(answer)),
        () -> timeline.after(BETWEEN_TRIES, this::read));
  }

  private void goOn(int end, StreamsEventResponse answer) {
    List<BatchItemFailure> failures = answer.getBatchItemFailures();
    if (!failures.isEmpty()) {
      String failed = failures.getFirst().getItemIdentifier();
      position = failed == null ? position : Integer.parseInt(failed);
      timeline.after(BETWEEN_TRIES, this::read);
      return;
    }
    position = end;
    awake = false;
    if (position < scene.cloud().table().stream().size()) {
      wake();
    }
  }
}
