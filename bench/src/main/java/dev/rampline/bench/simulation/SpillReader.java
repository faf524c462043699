package dev.rampline.bench.simulation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Timeline;
import dev.rampline.function.SpillConfiguration;
import dev.rampline.function.spill.SpillHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Hands what waits in the spill to its function, as Lambda does: again, until it is taken in. */
final class SpillReader {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration LONGEST_LAG = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(45);

  private final Timeline timeline;
  private final Fleet<SQSEvent, SQSBatchResponse> fleet;
  private int messages;

  SpillReader(Scene scene) {
    this.timeline = scene.world().timeline();
    this.fleet = new Fleet<>("spill", scene.world(), process -> handler(scene, process));
    Chance chance = scene.world().chance().of("spill");
    scene
        .cloud()
        .letters()
        .watch(
            "rampline-spill",
            body -> timeline.after(chance.between(SOON, LONGEST_LAG), () -> hand(body, 1)));
  }

  private static SpillHandler handler(Scene scene, Instance process) {
    SpillConfiguration configuration = SpillConfiguration.of(scene.settings());
    return new SpillHandler(scene.composition(process).spilling(configuration));
  }

  private void hand(String body, int receives) {
    Runnable again = () -> timeline.after(BETWEEN_TRIES, () -> hand(body, receives + 1));
    fleet.invoke(
        event(body, receives),
        (_, answer) -> {
          if (!answer.getBatchItemFailures().isEmpty()) {
            again.run();
          }
        },
        again);
  }

  private SQSEvent event(String body, int receives) {
    messages++;
    SQSMessage message = new SQSMessage();
    message.setMessageId("message-" + messages);
    message.setReceiptHandle("receipt-" + messages);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receives)));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }
}
