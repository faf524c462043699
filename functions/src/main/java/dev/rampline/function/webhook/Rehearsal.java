package dev.rampline.function.webhook;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.KeysLocation;
import dev.rampline.adapter.settings.Outlet;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.function.Composition;
import dev.rampline.function.Configuration;
import dev.rampline.function.Receiving;
import dev.rampline.function.rehearsal.PretendedAws;
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
final class Rehearsal {
  /** Of two webhooks each: at its 200th call Java compiles a method. */
  private static final int ROUNDS = 100;

  private static final int KEY_BYTES = 32;
  private static final Configuration CONFIGURATION =
      new Configuration(
          new IngestSettings(
              "rehearsal",
              Set.of(),
              Duration.ofSeconds(3),
              new Outlet("https://rehearsal.invalid/rehearsal.fifo", "rehearsal")),
          new KeysLocation.SecretsManager("rehearsal"),
          Duration.ofMinutes(5),
          "https://rehearsal.invalid/rehearsal");

  private final String key = HexFormat.of().formatHex(randomBytes());
  private final InstantSource clock;

  private Rehearsal(InstantSource clock) {
    this.clock = clock;
  }

  /** What is to be told of it; a rehearsal that fails costs time alone. */
  static Line play(InstantSource clock) {
    Line line = new Line("webhook", clock.instant());
    try {
      new Rehearsal(clock).play();
      return line.tell("rehearsal", "played");
    } catch (RuntimeException | Error fault) {
      return line.tell("rehearsal", "broken-off")
          .tell("fault", FaultName.atRootOf(fault))
          .count(Metric.REHEARSALS_FAILED, 1);
    }
  }

  private void play() {
    try (PretendedAws aws = new PretendedAws("{\"accessTokens\":[\"%s\"]}".formatted(key))) {
      Receiving receiving = new Composition(aws, Rehearsal::read, clock).receiving(CONFIGURATION);
      RehearsedGateway gateway = new RehearsedGateway(new WebhookHandler(receiving));
      for (int round = 0; round < ROUNDS; round++) {
        for (String status : List.of("PROCESSING", "COMPLETED")) {
          play(gateway, "rehearsal-" + round, status);
        }
      }
      aws.knock();
    }
  }

  /**
   * A webhook whose message is not sent is answered 200 all the same; here that would be missed.
   */
  private static void read(Line line) {
    if (line.json().contains(Metric.SENDS_FAILED.text())) {
      throw new IllegalStateException("A rehearsed message was not sent");
    }
  }

  private void play(RehearsedGateway gateway, String order, String status) {
    int answer = gateway.deliver(token(order, status));
    if (answer != Answer.ACCEPTED.status()) {
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
