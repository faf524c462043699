package dev.rampline.bench.simulation;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.bench.provider.Word;
import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Fault;
import dev.rampline.bench.world.Faults;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Service;
import dev.rampline.bench.world.Timeline;
import dev.rampline.function.Composition;
import dev.rampline.function.Configuration;
import dev.rampline.function.webhook.WebhookHandler;
import java.time.Duration;
import java.time.Instant;

/** Delivers the provider's words: at once or late, twice or not at all, and again if it has to. */
final class Webhooks {
  private static final int MOST_TRIES = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration USUALLY_WITHIN = Duration.ofSeconds(2);
  private static final Duration LATEST = Duration.ofMinutes(20);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(8);
  private static final int OK = 200;
  private static final int UNAUTHENTICATED = 401;

  private final Scene scene;
  private final Timeline timeline;
  private final Faults faults;
  private final Chance chance;
  private final Fleet<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> fleet;
  private final Bookkeeping books;

  Webhooks(Scene scene) {
    this.scene = scene;
    this.timeline = scene.world().timeline();
    this.faults = scene.world().faults();
    this.chance = scene.world().chance().of("webhooks");
    this.books = new Bookkeeping(scene);
    this.fleet =
        new Fleet<>(
            "webhook",
            scene.world(),
            process -> scene.sabotage().webhook(handler(process), scene.journal(process)));
  }

  private WebhookHandler handler(Instance process) {
    Composition composition = scene.composition(process);
    return new WebhookHandler(composition.receiving(Configuration.of(scene.settings())));
  }

  /** Tells Rampline, as far as it comes. */
  void deliver(Word word) {
    if (faults.strikes(Fault.DROP, 0.15)) {
      scene.world().trace().note("provider", "loses " + word);
      return;
    }
    String body = scene.provider().signed(word);
    send(word, body);
    if (faults.strikes(Fault.DUPLICATE, 0.3)) {
      send(word, body);
    }
  }

  /** Posts what is no word of the provider's: it must not be believed. */
  void forge(String body) {
    fleet.invoke(
        event(body),
        (process, answer) -> {
          process.note("answers a forgery with " + answer.getStatusCode());
          books.forgeryAnswered(answer.getStatusCode());
        },
        () -> {});
  }

  private void send(Word word, String body) {
    boolean late = faults.strikes(Fault.DELAY, 0.25);
    timeline.after(
        chance.between(Duration.ZERO, late ? LATEST : USUALLY_WITHIN),
        () -> attempt(word, body, 1));
  }

  private void attempt(Word word, String body, int tries) {
    Instant begun = timeline.instant();
    if (faults.isDown(Service.ENTRANCE, begun)) {
      again(word, body, tries);
      return;
    }
    int written = scene.cloud().table().stream().size();
    fleet.invoke(
        event(body),
        (process, answer) -> {
          process.note("answers " + word + " with " + answer.getStatusCode());
          books.answered(process, written);
          if (answer.getStatusCode() == UNAUTHENTICATED) {
            books.refused(word, body, begun);
          }
          boolean taken = answer.getStatusCode() == OK;
          if (taken) {
            scene.heard().accept(word);
          }
          boolean late = Duration.between(begun, timeline.instant()).compareTo(PATIENCE) > 0;
          if (!taken || late || faults.strikes(Fault.LOST_ANSWER, 0.1)) {
            again(word, body, tries);
          }
        },
        () -> again(word, body, tries));
  }

  /** Nobody knows whether a retry is signed anew (provider.md §3.1): either may be. */
  private void again(Word word, String body, int tries) {
    if (tries < MOST_TRIES) {
      String next = chance.happens(0.5) ? scene.provider().signed(word) : body;
      timeline.after(
          FIRST_WAIT.multipliedBy(1L << (2 * tries)), () -> attempt(word, next, tries + 1));
    }
  }

  private static APIGatewayV2HTTPEvent event(String body) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setBody(body);
    return event;
  }
}
