package dev.rampline.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.InMemoryRetryQueue;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.MessageComposer;
import dev.rampline.quarantine.InMemoryQuarantine;
import dev.rampline.time.Sleeper;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.WebhookVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A webhook handler with in-memory stores and the keys of the sample events. */
final class WebhookFixture {
  static final Path EVENTS = Path.of("..", "events");

  final InMemoryLedger ledger = new InMemoryLedger();
  final InMemoryPublisher publisher = new InMemoryPublisher();
  final InMemoryRetryQueue retryQueue = new InMemoryRetryQueue();
  final InMemoryQuarantine quarantine = new InMemoryQuarantine();
  final List<String> lines = new ArrayList<>();
  boolean checksOrigin;
  InstantSource clock = InstantSource.system();
  EventLog eventLog = line -> lines.add(line.json());

  static KeyRing sampleKeys() {
    return KeyRing.fixed(
        KeysDocument.parseAcceptingSamples(read(EVENTS.resolve("keys.json"))).keys());
  }

  /** Returns the file of a genuine sample event, by its name without the suffix. */
  static Path sample(String name) {
    return EVENTS.resolve("gateway").resolve(name + ".json");
  }

  static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  WebhookHandler handler() {
    return handler(sampleKeys(), ledger, publisher);
  }

  WebhookHandler handler(KeyRing keyRing, Ledger ledger, Publisher publisher) {
    Ingest ingest =
        new Ingest(
            ledger,
            publisher,
            new MessageComposer("staging"),
            Duration.ofSeconds(3),
            new Random(1),
            Sleeper.system());
    return new WebhookHandler(
        new WebhookDependencies(
            keyRing,
            new WebhookVerifier(
                Vocabulary.DOCUMENTED.webhookFormat(), Duration.ofMinutes(5), clock),
            new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of()),
            ingest,
            retryQueue,
            quarantine,
            checksOrigin,
            line -> eventLog.write(line),
            clock));
  }

  APIGatewayV2HTTPResponse answer(@Nullable APIGatewayV2HTTPEvent event) {
    return handler().handleRequest(event, null);
  }

  String line() {
    return lines.getLast();
  }
}
