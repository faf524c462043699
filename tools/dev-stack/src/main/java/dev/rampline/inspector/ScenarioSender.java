package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.Subject;
import dev.rampline.samples.DeliveryMethod;
import dev.rampline.samples.SampleEvent;
import dev.rampline.samples.SampleScenario;
import dev.rampline.samples.SampleStep;
import dev.rampline.samples.SampleSubject;
import dev.rampline.samples.ScenarioCatalog;
import dev.rampline.send.ReceiverUnreachableException;
import dev.rampline.send.SampleEventSender;
import dev.rampline.send.SendOutcome;
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

/** Sends the events that the page requests, as the provider does. Thread-safe. */
public final class ScenarioSender implements AutoCloseable {
  /** The pause between two events, so that people can watch them. */
  private static final Duration INTERVAL = Duration.ofMillis(300);

  private final ScenarioCatalog catalog = new ScenarioCatalog();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Supplier<SampleEventSender> senders;
  private final Runnable reconcile;

  /**
   * @param senders creates a sender for the events of one request
   * @param reconcile starts the reconciliation, to recover events without a webhook
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
        "scenarios",
        JsonNodes.array(catalog.scenarios().stream().map(ScenarioSender::entry).toList()));
    menu.set(
        "faultScenarios",
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

  private static ObjectNode entry(SampleScenario scenario) {
    return JsonNodes.object()
        .put("name", scenario.name())
        .put("about", about(scenario.steps().getFirst().event()))
        .put("description", scenario.description());
  }

  private static String about(SampleEvent event) {
    if (event.isAboutOrder()) {
      return "order";
    }
    return event.side().equals("kyc") ? "kyc" : "none";
  }

  /**
   * Sends an event and waits for the result, or sends a scenario in the background.
   *
   * @throws IllegalArgumentException if there is no such event or scenario
   */
  SendResult execute(SendRequest request) throws InterruptedException {
    SampleScenario scenario = request.resolve(catalog);
    SampleSubject sample = request.subject(scenario, new SecureRandom());
    String subject = subject(scenario, sample);
    List<SampleStep> steps = subject == null ? scenario.steps() : about(scenario, sample);
    if (request.isOneEvent()) {
      List<SendOutcome> sent = new ArrayList<>();
      send(steps, sent::add);
      return new SendResult(subject, sent, true);
    }
    var _ = threads.submit(() -> sendInBackground(steps));
    return new SendResult(subject, List.of(), false);
  }

  private static List<SampleStep> about(SampleScenario scenario, SampleSubject sample) {
    return scenario.forSubject(sample, Instant.now(), INTERVAL);
  }

  private static @Nullable String subject(SampleScenario scenario, SampleSubject sample) {
    return switch (about(scenario.steps().getFirst().event())) {
      case "order" -> Subject.order(sample.id()).text();
      case "kyc" -> Subject.customer(sample.id()).text();
      default -> null;
    };
  }

  private void send(List<SampleStep> steps, Consumer<SendOutcome> results)
      throws InterruptedException {
    try (SampleEventSender sender = senders.get()) {
      boolean _ = sender.sendAll(steps, INTERVAL, results);
    }
  }

  private Void sendInBackground(List<SampleStep> steps) throws InterruptedException {
    try {
      send(steps, sent -> {});
    } catch (ReceiverUnreachableException ended) {
      // The receiver stops together with the page.
    }
    if (steps.stream().anyMatch(step -> step.method() == DeliveryMethod.API_ONLY)) {
      reconcile.run();
    }
    return null;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
