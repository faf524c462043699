package dev.rampline.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.json.JsonWriter;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.Reason;
import dev.rampline.verification.Verification;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import dev.rampline.verification.WebhookVerifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verifier believes exactly what the JDK's own cryptography confirms. */
final class VerifierTarget implements FuzzTarget {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LEEWAY = Duration.ofMinutes(5);

  /** Why the provider's own token may be refused: what it says, never how it says it. */
  private static final Set<Reason> OF_CONTENT =
      Set.of(
          Reason.TOO_LARGE,
          Reason.CONTENT_NOT_AN_OBJECT,
          Reason.TOKEN_TIME_NOT_A_NUMBER,
          Reason.TOKEN_EXPIRED,
          Reason.TOKEN_NOT_YET_VALID);

  private final Judge judge;
  private final Keys keys = KeysDocument.parse(Sent.keys()).keys();

  VerifierTarget() {
    this(new WebhookVerifier(LEEWAY, () -> NOW)::verify);
  }

  /** With that in the verifier's place. */
  VerifierTarget(Judge judge) {
    this.judge = judge;
  }

  /** What tells whether the provider sent a body. */
  @FunctionalInterface
  interface Judge {
    Verification verify(byte[] body, @Nullable String signature, Keys keys);
  }

  @Override
  public void check(byte[] input) {
    Sent sent = Sent.of(Script.read(input));
    Verification verification = judge.verify(sent.body(), sent.signature(), keys);
    switch (verification) {
      case Verified verified -> checkBelieved(sent, verified);
      case Rejected(Reason reason) ->
          Finding.unless(
              !sent.genuine() || OF_CONTENT.contains(reason),
              "the provider's own token is believed, and was refused: " + reason);
    }
    Finding.unless(
        verification.equals(judge.verify(sent.body(), sent.signature(), keys)),
        "the same bytes are judged the same");
  }

  private static void checkBelieved(Sent sent, Verified verified) {
    Optional<String> content =
        new Credibility(sent)
            .content(verified.transport(), verified.key())
            .map(bytes -> new String(bytes, UTF_8));
    Finding.unless(content.isPresent(), "what is believed was protected with that key");
    Optional<Tokens> told = content.flatMap(Tokens::of);
    Finding.unless(
        told.isPresent() && told.equals(Tokens.of(JsonWriter.write(verified.claims()))),
        "what is believed is what was protected");
    switch (verified.transport()) {
      case JWT -> checkTimes(told.orElseThrow());
      case AES, HMAC -> {}
    }
  }

  private static void checkTimes(Tokens claims) {
    for (String name : List.of("exp", "nbf")) {
      claims.top(name).ifPresent(time -> checkTime(name, time.text()));
    }
  }

  private static void checkTime(String name, String text) {
    Finding.unless(text.matches("-?[0-9].*"), name + " is a number");
    // Others take a BigDecimal for ever, or lie beyond all times.
    if (text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")) {
      BigDecimal bound = BigDecimal.valueOf(NOW.getEpochSecond());
      BigDecimal leeway = BigDecimal.valueOf(LEEWAY.toSeconds());
      BigDecimal time = new BigDecimal(text);
      boolean holds =
          name.equals("exp")
              ? time.compareTo(bound.subtract(leeway)) > 0
              : time.compareTo(bound.add(leeway)) <= 0;
      Finding.unless(holds, name + " lets it hold now");
    }
  }
}
