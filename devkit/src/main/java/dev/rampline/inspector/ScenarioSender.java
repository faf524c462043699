package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.samples.DeliveryMethod;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleScenario;
import dev.rampline.devkit.samples.SampleStep;
import dev.rampline.devkit.samples.SampleSubject;
import dev.rampline.devkit.samples.ScenarioCatalog;
import dev.rampline.devkit.send.ReceiverUnreachableException;
import dev.rampline.devkit.send.SampleEventSender;
import dev.rampline.devkit.send.SendOutcome;
import dev.rampline.event.Subject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends what the page asks for, as the provider would. Thread-safe. */
public final class ScenarioSender implements AutoCloseable {
  /** Slowly enough to be watched. */
  private static final Duration INTERVAL = Duration.ofMillis(300);

  private final ScenarioCatalog catalog = new ScenarioCatalog();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Supplier<SampleEventSender> senders;
  private final Runnable reconcile;

  /**
   * @param senders makes one that the events of one story are sent by
   * @param reconcile has the provider's API asked, for what no webhook tells
   */
  public ScenarioSender(Supplier<SampleEventSender> senders, Runnable reconcile) {
    this.senders = senders;
    this.reconcile = reconcile;
  }

  ObjectNode menu() {
    ObjectNode menu = JsonNodes.object();
    menu.set(
        "events", JsonNodes.array(catalog.events().stream().map(ScenarioSender::entry).toList()));
    menu.set(
        "stories",
        JsonNodes.array(catalog.scenarios().stream().map(ScenarioSender::entry).toList()));
    menu.set(
        "mishaps",
        JsonNodes.array(catalog.faultScenarios().stream().map(ScenarioSender::entry).toList()));
    return menu;
  }

  private static ObjectNode entry(SampleEvent event) {
    return JsonNodes.object()
        .put("name", event.name())
        .put("event", event.event())
        .put("about", about(event))
        .put("side", event.side());
  }

  private static ObjectNode entry(SampleScenario story) {
    return JsonNodes.object()
        .put("name", story.name())
        .put("about", about(story.steps().getFirst().event()))
        .put("description", story.description());
  }

  private static String about(SampleEvent event) {
    if (event.isAboutOrder()) {
      return "order";
    }
    return event.side().equals("kyc") ? "kyc" : "none";
  }

  /**
   * Sends it: one event at once, a longer story by and by.
   *
   * @throws IllegalArgumentException if there is no such thing
   */
  SendResult execute(SendRequest wish) throws InterruptedException {
    SampleScenario story = wish.resolve(catalog);
    SampleSubject whom = wish.subject(story, new SecureRandom());
    String subject = subject(story, whom);
    List<SampleStep> steps = subject == null ? story.steps() : about(story, whom);
    if (wish.isOneEvent()) {
      List<SendOutcome> sent = new ArrayList<>();
      send(steps, sent::add);
      return new SendResult(subject, sent, true);
    }
    var _ = threads.submit(() -> sendInBackground(steps));
    return new SendResult(subject, List.of(), false);
  }

  private static List<SampleStep> about(SampleScenario story, SampleSubject whom) {
    return story.forSubject(whom, Instant.now(), INTERVAL);
  }

  private static @Nullable String subject(SampleScenario story, SampleSubject whom) {
    return switch (about(story.steps().getFirst().event())) {
      case "order" -> Subject.order(whom.id()).text();
      case "kyc" -> Subject.customer(whom.id()).text();
      default -> null;
    };
  }

  private void send(List<SampleStep> steps, Consumer<SendOutcome> heard)
      throws InterruptedException {
    try (SampleEventSender sender = senders.get()) {
      boolean _ = sender.sendAll(steps, INTERVAL, heard);
    }
  }

  private Void sendInBackground(List<SampleStep> steps) throws InterruptedException {
    try {
      send(steps, sent -> {});
    } catch (ReceiverUnreachableException ended) {
      // The receiver goes down with the page.
    }
    if (steps.stream().anyMatch(step -> step.method() == DeliveryMethod.UNANNOUNCED)) {
      reconcile.run();
    }
    return null;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
