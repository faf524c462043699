package dev.rampline.subscriber;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.MessageComposer;
import dev.rampline.subscriber.intake.Crews;
import dev.rampline.subscriber.intake.Intake;
import dev.rampline.subscriber.socket.Credentials;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketSettings;
import dev.rampline.subscriber.socket.Subscription;
import dev.rampline.time.SchedulerFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** What of a subscriber tells how it does: no socket, a place for one order, nobody to ask. */
final class TellingSubscriber implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final SocketSettings NOWHERE =
      new SocketSettings(URI.create("http://127.0.0.1:1"), "/ws", "/socket.io/", List.of());

  private final Journal journal;
  private final Intake intake;

  TellingSubscriber(Ledger ledger, List<String> lines) {
    this.journal = line -> lines.add(line.json());
    Ingest ingest =
        new Ingest(
            ledger,
            new InMemoryPublisher(),
            new MessageComposer("staging"),
            Duration.ofSeconds(3),
            new Random(1),
            pause -> {});
    Crews crews = new Crews(SchedulerFactory.threadPool(), new Random(1));
    Intake.Parts parts = new Intake.Parts(ingest, ledger, null, journal, CLOCK, crews, death -> {});
    this.intake = new Intake(parts, 1);
  }

  void start() {
    intake.start();
  }

  void hear(String order) {
    String word = "{\"event\":\"PROCESSING\",\"orderId\":\"%s\"}".formatted(order);
    intake.heard(new SocketEvent("order:update", List.of(JsonReader.read(word).orElseThrow())));
  }

  /** As once a minute, and at the end with what is left. */
  void tell(int left) {
    Subscription subscription =
        new Subscription(NOWHERE, () -> new Credentials("key", "STAGING"), intake);
    new Vitals(subscription, intake, journal, CLOCK).close(left);
  }

  /** How many orders were left unwritten. */
  int drain() {
    return intake.drain(Duration.ZERO);
  }

  @Override
  public void close() {
    drain();
  }
}
