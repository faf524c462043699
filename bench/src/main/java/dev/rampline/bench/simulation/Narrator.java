package dev.rampline.bench.simulation;

import dev.rampline.bench.provider.OrderWord;
import dev.rampline.bench.provider.Word;
import dev.rampline.bench.world.Fault;
import java.time.Duration;
import java.time.Instant;

/** Has happen at the provider what the plan says, and whatever of it webhooks tell. */
final class Narrator {
  private final Scene scene;
  private final Webhooks webhooks;
  private final SocketChannel socket;
  private final Forger forger;
  private final Instant begin;

  Narrator(Scene scene, Webhooks webhooks, SocketChannel socket, Instant begin) {
    this.scene = scene;
    this.webhooks = webhooks;
    this.socket = socket;
    this.forger = new Forger(scene.world().chance().of("forger"));
    this.begin = begin;
  }

  void tell(Plan plan) {
    plan.stories().forEach(this::prepare);
    plan.examinations().forEach(this::prepare);
  }

  private void prepare(Story story) {
    for (Story.Turn turn : story.turns()) {
      scene.world().timeline().at(begin.plus(turn.at()), () -> take(story, turn));
    }
    Duration leaves = story.leaves();
    if (leaves != null) {
      scene
          .world()
          .timeline()
          .at(begin.plus(leaves), () -> scene.provider().forget(story.orderId()));
    }
  }

  private void prepare(Examination examination) {
    for (Examination.Turn turn : examination.turns()) {
      scene.world().timeline().at(begin.plus(turn.at()), () -> take(examination, turn));
    }
  }

  private void take(Examination examination, Examination.Turn turn) {
    say(scene.provider().judge(examination.customerId(), examination.numbered(), turn.verdict()));
  }

  private void take(Story story, Story.Turn turn) {
    OrderWord word = scene.provider().advance(story.orderId(), turn.stage(), begin.plus(turn.at()));
    if (!story.told()) {
      scene.world().trace().note("provider", "tells nobody " + word);
      return;
    }
    say(word);
    socket.say(word);
  }

  private void say(Word word) {
    scene.world().trace().note("provider", "says " + word);
    webhooks.deliver(word);
    if (scene.world().faults().strikes(Fault.POISON, 0.1)) {
      scene.cloud().table().plant(Poison.item(word.number()));
    }
    if (scene.world().faults().strikes(Fault.FORGERY, 0.3)) {
      webhooks.forge(forger.body(scene.provider().signed(word)));
    }
  }
}
