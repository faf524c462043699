package dev.rampline.function.webhook;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.function.priming.InMemoryAws;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Takes webhooks of nobody's in, so that all it takes is loaded, linked and compiled when Lambda
 * takes its snapshot. Everything that it uses is its own and is thrown away: the handler that will
 * serve has then neither read a key nor fetched credentials nor opened a connection.
 */
final class SnapStartPriming {
  /** Of two webhooks each: at its 200th call Java compiles a method. */
  private static final int ROUNDS = 100;

  private static final int KEY_BYTES = 32;
  private static final WebhookConfiguration CONFIGURATION =
      new WebhookConfiguration(
          new IngestSettings(
              "rehearsal",
              Set.of(),
              Duration.ofSeconds(3),
              new PublishingSettings("https://rehearsal.invalid/rehearsal.fifo", "rehearsal")),
          new KeysLocation.SecretsManager("rehearsal"),
          Duration.ofMinutes(5),
          "https://rehearsal.invalid/rehearsal");

  private final String key = HexFormat.of().formatHex(randomBytes());
  private final InstantSource clock;

  private SnapStartPriming(InstantSource clock) {
    this.clock = clock;
  }

  /** What is to be told of it; a rehearsal that fails costs time alone. */
  static LogEntry prime(InstantSource clock) {
    LogEntry line = new LogEntry("webhook", clock.instant());
    try {
      new SnapStartPriming(clock).prime();
      return line.field("rehearsal", "played");
    } catch (RuntimeException | Error fault) {
      return line.field("rehearsal", "broken-off")
          .field("fault", FaultName.ofRootCause(fault))
          .count(Metric.PRIMINGS_FAILED, 1);
    }
  }

  private void prime() {
    try (InMemoryAws aws = new InMemoryAws("{\"accessTokens\":[\"%s\"]}".formatted(key))) {
      WebhookDependencies receiving =
          new FunctionsModule(aws, SnapStartPriming::checkEntry, clock).webhook(CONFIGURATION);
      PrimingGateway gateway = new PrimingGateway(new WebhookHandler(receiving));
      for (int round = 0; round < ROUNDS; round++) {
        for (String status : List.of("PROCESSING", "COMPLETED")) {
          prime(gateway, "rehearsal-" + round, status);
        }
      }
      aws.warmUpTls();
    }
  }

  /**
   * A webhook whose message is not sent is answered 200 all the same; here that would be missed.
   */
  private static void checkEntry(LogEntry line) {
    if (line.json().contains(Metric.SENDS_FAILED.text())) {
      throw new IllegalStateException("A rehearsed message was not sent");
    }
  }

  private void prime(PrimingGateway gateway, String order, String status) {
    int answer = gateway.deliver(token(order, status));
    if (answer != WebhookResponse.ACCEPTED.status()) {
      throw new IllegalStateException("A rehearsed webhook was answered " + answer);
    }
  }

  private String token(String order, String status) {
    String payload =
        """
        {"eventName": "ORDER_%2$s", "data": {"id": "%1$s", "partnerOrderId": "%1$s",
        "status": "%2$s", "fiatCurrency": "USD", "fiatAmount": 100.0, "cryptoCurrency": "ETH",
        "cryptoAmount": 0.045, "network": "ethereum", "createdAt": "2024-01-15T10:30:00Z"}}
        """
            .formatted(order, status);
    return JWT.create().withPayload(payload).sign(Algorithm.HMAC256(key));
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
