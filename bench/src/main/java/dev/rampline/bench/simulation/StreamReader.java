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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the table's stream for the relay, as Lambda does: on from where it says it has failed. */
final class StreamReader {
  private static final int LARGEST_BATCH = 25;
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LONGEST_LAG = Duration.ofSeconds(2);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration STREAM_KEEPS = Duration.ofHours(24);

  private final Scene scene;
  private final Timeline timeline;
  private final Chance chance;
  private final Fleet<DynamodbEvent, StreamsEventResponse> fleet;
  private final List<String> lost = new ArrayList<>();
  private int position;
  private Duration wait = FIRST_WAIT;
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

  /** What the stream no longer held when it was to be read. */
  List<String> lost() {
    return lost;
  }

  private void read() {
    trim();
    if (scene.world().faults().strikes(Fault.STREAM_REPLAY, 0.05)) {
      position = Math.max(0, position - chance.below(LARGEST_BATCH));
    }
    List<Change> stream = scene.cloud().table().stream();
    int end = Math.min(stream.size(), position + 1 + chance.below(LARGEST_BATCH));
    List<Change> batch = List.copyOf(stream.subList(position, end));
    fleet.invoke(
        StreamBatch.of(batch),
        (_, answer) -> goOn(end, scene.sabotage().relayed(answer)),
        this::tryAgain);
  }

  private void trim() {
    List<Change> stream = scene.cloud().table().stream();
    Instant oldest = timeline.instant().minus(STREAM_KEEPS);
    while (position < stream.size() && stream.get(position).at().isBefore(oldest)) {
      lost.add(stream.get(position).messageId());
      position++;
    }
  }

  private void tryAgain() {
    timeline.after(wait, this::read);
    wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : wait;
  }

  private void goOn(int end, StreamsEventResponse answer) {
    List<BatchItemFailure> failures = answer.getBatchItemFailures();
    if (!failures.isEmpty()) {
      String failed = failures.getFirst().getItemIdentifier();
      position = failed == null ? position : Integer.parseInt(failed);
      tryAgain();
      return;
    }
    wait = FIRST_WAIT;
    position = end;
    awake = false;
    if (position < scene.cloud().table().stream().size()) {
      wake();
    }
  }
}
