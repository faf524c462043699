package dev.rampline.subscriber;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.Publisher;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.MessageComposer;
import dev.rampline.subscriber.processing.ProcessorPools;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import dev.rampline.subscriber.socket.ConnectionTimeouts;
import dev.rampline.subscriber.socket.Credentials;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketSettings;
import dev.rampline.subscriber.socket.Subscription;
import dev.rampline.time.SchedulerFactory;
import dev.rampline.time.Sleeper;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/**
 * The parts of a subscriber that report metrics, with a buffer for one order and without a socket
 * or provider API.
 */
final class MetricsFixture implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final SocketSettings UNREACHABLE =
      new SocketSettings(URI.create("http://127.0.0.1:1"), "/ws", "/socket.io/", List.of());

  private final EventLog eventLog;
  private final SocketEventProcessor processor;

  MetricsFixture(Ledger ledger, List<String> lines) {
    this(ledger, new InMemoryPublisher(), lines);
  }

  MetricsFixture(Ledger ledger, Publisher publisher, List<String> lines) {
    this.eventLog = line -> lines.add(line.json());
    Ingest ingest =
        new Ingest(
            ledger,
            publisher,
            new MessageComposer("staging"),
            Duration.ofSeconds(3),
            new Random(1),
            delay -> {});
    ProcessorPools pools = new ProcessorPools(SchedulerFactory.threadPool(), new Random(1));
    SocketEventProcessor.Dependencies dependencies =
        new SocketEventProcessor.Dependencies(
            ingest, ledger, null, eventLog, CLOCK, pools, fault -> {});
    this.processor = new SocketEventProcessor(dependencies, Vocabulary.DOCUMENTED, 1);
  }

  /** The number of updates that the socket has delivered. */
  long updates() {
    return processor.updates();
  }

  void start() {
    processor.start();
  }

  void receive(String order) {
    String json = "{\"event\":\"PROCESSING\",\"orderId\":\"%s\"}".formatted(order);
    processor.onEvent(
        new SocketEvent("order:update", List.of(JsonReader.read(json).orElseThrow())));
  }

  /** Writes the metrics, as the subscriber does once a minute and at shutdown. */
  void report(int unwritten) {
    reporter(subscription(UNREACHABLE)).close(unwritten);
  }

  /** Creates a subscription that passes its events to the processor. */
  Subscription subscription(SocketSettings settings) {
    return new Subscription(settings, () -> new Credentials("key", "STAGING"), processor);
  }

  /** Creates a subscription with other timeouts and another clock. */
  Subscription subscription(
      SocketSettings settings, ConnectionTimeouts timeouts, InstantSource clock) {
    return new Subscription(
        settings,
        () -> new Credentials("key", "STAGING"),
        processor,
        timeouts,
        clock,
        Sleeper.system());
  }

  HealthReporter reporter(Subscription subscription) {
    return reporter(subscription, CLOCK);
  }

  HealthReporter reporter(Subscription subscription, InstantSource clock) {
    return new HealthReporter(subscription, processor, null, eventLog, clock);
  }

  /** Stops at once; returns the number of orders whose events were not written. */
  int drain() {
    return processor.drain(Duration.ZERO);
  }

  @Override
  public void close() {
    drain();
  }
}
