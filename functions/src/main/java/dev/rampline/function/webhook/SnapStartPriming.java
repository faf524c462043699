package dev.rampline.function.webhook;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.lifecycle.LookupScope;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Primes the SnapStart snapshot: it handles synthetic webhooks, so that all code for a webhook is
 * loaded, linked and compiled when Lambda takes the snapshot. It uses objects of its own and
 * discards them: the handler that serves requests has read no key, fetched no credentials and
 * opened no connection.
 */
final class SnapStartPriming {
  /** Two webhooks each: Java compiles a method at its 200th call. */
  private static final int ROUNDS = 100;

  private static final int KEY_BYTES = 32;
  private static final WebhookConfiguration CONFIGURATION =
      new WebhookConfiguration(
          new IngestSettings(
              "priming",
              Vocabulary.DOCUMENTED,
              Set.of(),
              Duration.ofSeconds(3),
              new PublishingSettings("https://priming.invalid/priming.fifo", "priming"),
              1,
              LookupScope.CONFIRM),
          new KeysLocation.SecretsManager("priming", null),
          Duration.ofMinutes(5),
          "https://priming.invalid/priming",
          "https://priming.invalid/priming",
          false);

  private final String key = HexFormat.of().formatHex(randomBytes());
  private final InstantSource clock;

  private SnapStartPriming(InstantSource clock) {
    this.clock = clock;
  }

  /** Runs the priming and returns its log entry. If it fails, only cold starts get slower. */
  static LogEntry prime(InstantSource clock) {
    LogEntry entry = new LogEntry("webhook", clock.instant());
    try {
      new SnapStartPriming(clock).prime();
      return entry.field(LogField.PRIMING, "completed");
    } catch (IOException | RuntimeException | Error fault) {
      return entry
          .field(LogField.PRIMING, "failed")
          .field("fault", FaultName.ofRootCause(fault))
          .count(Metric.PRIMINGS_FAILED, 1);
    }
  }

  private void prime() throws IOException {
    try (PrimingAws aws = new PrimingAws("{\"accessTokens\":[\"%s\"]}".formatted(key))) {
      WebhookDependencies dependencies =
          new FunctionsModule(aws, SnapStartPriming::checkEntry, clock).webhook(CONFIGURATION);
      PrimingGateway gateway = new PrimingGateway(new WebhookHandler(dependencies));
      for (int round = 0; round < ROUNDS; round++) {
        for (String status : List.of("PROCESSING", "COMPLETED")) {
          prime(gateway, "priming-" + round, status);
        }
      }
      aws.connect();
    }
  }

  /**
   * Fails if a message was not sent. The webhook is answered 200 all the same, so the status code
   * does not show it.
   */
  private static void checkEntry(LogEntry entry) {
    if (entry.json().contains(Metric.SENDS_FAILED.text())) {
      throw new IllegalStateException("A priming message was not sent");
    }
  }

  private void prime(PrimingGateway gateway, String order, String status) {
    int statusCode = gateway.deliver(token(order, status));
    if (statusCode != WebhookResponse.ACCEPTED.status()) {
      throw new IllegalStateException("A priming webhook was answered " + statusCode);
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
