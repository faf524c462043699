package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.decoding.Vocabulary;
import dev.rampline.json.JsonWriter;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.RejectionReason;
import dev.rampline.verification.Verification;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Unreadable;
import dev.rampline.verification.Verification.Verified;
import dev.rampline.verification.WebhookVerifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that the verifier accepts exactly what the JDK's own cryptography confirms. */
final class VerifierTarget implements FuzzTarget {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LEEWAY = Duration.ofMinutes(5);

  /**
   * The reasons for which a token of the provider may be rejected: its content, never its encoding.
   */
  private static final Set<RejectionReason> CONTENT_REASONS =
      Set.of(
          RejectionReason.TOO_LARGE,
          RejectionReason.TOKEN_TIME_NOT_A_NUMBER,
          RejectionReason.TOKEN_EXPIRED,
          RejectionReason.TOKEN_NOT_YET_VALID);

  private final VerifyFunction verifier;
  private final Keys keys = KeysDocument.parse(FuzzWebhook.keys()).keys();

  VerifierTarget() {
    this(new WebhookVerifier(Vocabulary.DOCUMENTED.webhookFormat(), LEEWAY, () -> NOW)::verify);
  }

  /** With this verifier instead. */
  VerifierTarget(VerifyFunction verify) {
    this.verifier = verify;
  }

  /** The reference that decides whether the provider sent a body. */
  @FunctionalInterface
  interface VerifyFunction {
    Verification verify(byte[] body, @Nullable String signature, Keys keys);
  }

  @Override
  public void check(byte[] input) {
    FuzzWebhook sent = FuzzWebhook.of(FuzzInput.read(input));
    Verification verification = verifier.verify(sent.body(), sent.signature(), keys);
    switch (verification) {
      case Verified verified -> checkVerified(sent, verified);
      case Unreadable unreadable -> checkUnreadable(sent, unreadable);
      case Rejected(RejectionReason reason) ->
          PropertyViolation.throwUnless(
              !sent.isGenuine() || CONTENT_REASONS.contains(reason),
              "a token of the provider was rejected: " + reason);
    }
    PropertyViolation.throwUnless(
        verification.equals(verifier.verify(sent.body(), sent.signature(), keys)),
        "verification is deterministic");
  }

  private static void checkVerified(FuzzWebhook sent, Verified verified) {
    Optional<String> content =
        new ReferenceVerifier(sent)
            .protectedContent(verified.transport(), verified.key())
            .map(bytes -> new String(bytes, UTF_8));
    PropertyViolation.throwUnless(
        content.isPresent(), "accepted content was protected with that key");
    Optional<JsonTokens> read = content.flatMap(JsonTokens::of);
    PropertyViolation.throwUnless(
        read.isPresent() && read.equals(JsonTokens.of(JsonWriter.write(verified.claims()))),
        "accepted content equals the protected content");
    switch (verified.transport()) {
      case JWT -> checkTimes(read.orElseThrow());
      case AES, HMAC -> {}
    }
  }

  private static void checkUnreadable(FuzzWebhook sent, Unreadable unreadable) {
    Optional<String> content =
        new ReferenceVerifier(sent)
            .protectedContent(unreadable.transport(), unreadable.key())
            .map(bytes -> Base64.getEncoder().encodeToString(bytes));
    PropertyViolation.throwUnless(
        content.equals(Optional.of(unreadable.base64())),
        "kept content was protected with that key");
  }

  private static void checkTimes(JsonTokens claims) {
    for (String name : List.of("exp", "nbf")) {
      claims.findTopLevel(name).ifPresent(time -> checkTime(name, time.text()));
    }
  }

  private static void checkTime(String name, String written) {
    String text = written.replace("\"", "");
    PropertyViolation.throwUnless(
        text.equals("null") || text.matches("-?[0-9].*"), name + " is a number or null");
    // Other values take BigDecimal too long, or are outside the supported time range.
    if (text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")) {
      BigDecimal bound = BigDecimal.valueOf(NOW.getEpochSecond());
      BigDecimal leeway = BigDecimal.valueOf(LEEWAY.toSeconds());
      BigDecimal time = new BigDecimal(text);
      boolean holds =
          name.equals("exp")
              ? time.compareTo(bound.subtract(leeway)) > 0
              : time.compareTo(bound.add(leeway)) <= 0;
      PropertyViolation.throwUnless(holds, name + " permits the current time");
    }
  }
}
