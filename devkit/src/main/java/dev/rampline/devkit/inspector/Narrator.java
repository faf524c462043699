package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.samples.Manner;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleStep;
import dev.rampline.devkit.samples.SampleStory;
import dev.rampline.devkit.samples.SampleSubject;
import dev.rampline.devkit.samples.StoryCatalog;
import dev.rampline.devkit.sending.Sender;
import dev.rampline.devkit.sending.Sent;
import dev.rampline.devkit.sending.UnansweredException;
import dev.rampline.observation.Subject;
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
public final class Narrator implements AutoCloseable {
  /** Slowly enough to be watched. */
  private static final Duration PACE = Duration.ofMillis(300);

  private final StoryCatalog catalog = new StoryCatalog();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Supplier<Sender> senders;
  private final Runnable reconcile;

  /**
   * @param senders makes one that the events of one story are sent by
   * @param reconcile has the provider's API asked, for what no webhook tells
   */
  public Narrator(Supplier<Sender> senders, Runnable reconcile) {
    this.senders = senders;
    this.reconcile = reconcile;
  }

  ObjectNode menu() {
    ObjectNode menu = Nodes.object();
    menu.set("events", Nodes.array(catalog.events().stream().map(Narrator::entry).toList()));
    menu.set("stories", Nodes.array(catalog.stories().stream().map(Narrator::entry).toList()));
    menu.set("mishaps", Nodes.array(catalog.mishaps().stream().map(Narrator::entry).toList()));
    return menu;
  }

  private static ObjectNode entry(SampleEvent event) {
    return Nodes.object()
        .put("name", event.name())
        .put("event", event.event())
        .put("about", about(event))
        .put("side", event.side());
  }

  private static ObjectNode entry(SampleStory story) {
    return Nodes.object()
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
  Told tell(Wish wish) throws InterruptedException {
    SampleStory story = wish.in(catalog);
    SampleSubject whom = wish.subject(story, new SecureRandom());
    String subject = subject(story, whom);
    List<SampleStep> steps = subject == null ? story.steps() : about(story, whom);
    if (wish.isOneEvent()) {
      List<Sent> sent = new ArrayList<>();
      send(steps, sent::add);
      return new Told(subject, sent, true);
    }
    var _ = threads.submit(() -> narrate(steps));
    return new Told(subject, List.of(), false);
  }

  private static List<SampleStep> about(SampleStory story, SampleSubject whom) {
    return story.about(whom, Instant.now(), PACE);
  }

  private static @Nullable String subject(SampleStory story, SampleSubject whom) {
    return switch (about(story.steps().getFirst().event())) {
      case "order" -> Subject.order(whom.id()).text();
      case "kyc" -> Subject.customer(whom.id()).text();
      default -> null;
    };
  }

  private void send(List<SampleStep> steps, Consumer<Sent> heard) throws InterruptedException {
    try (Sender sender = senders.get()) {
      boolean _ = sender.tell(steps, PACE, heard);
    }
  }

  private Void narrate(List<SampleStep> steps) throws InterruptedException {
    try {
      send(steps, sent -> {});
    } catch (UnansweredException ended) {
      // The receiver goes down with the page.
    }
    if (steps.stream().anyMatch(step -> step.manner() == Manner.UNANNOUNCED)) {
      reconcile.run();
    }
    return null;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
