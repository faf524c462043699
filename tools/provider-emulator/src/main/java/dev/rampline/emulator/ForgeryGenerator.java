package dev.rampline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.emulator.socket.SocketUpdate;
import java.util.Base64;
import java.util.Map;
import java.util.Random;

/**
 * Generates forgeries without knowing a key, about existing and nonexistent orders. Each contains a
 * mark by which an accepted forgery is found.
 */
final class ForgeryGenerator {
  /** The mark in every forged payload. */
  static final String MARK = "f0rged";

  private static final String WRONG_KEY = "an-access-token-that-was-never-given-to-this-partner";

  private final Signer genuineSigner;
  private final Signer wrongKeySigner;
  private final EmulatorRandom random;

  ForgeryGenerator(ProviderKeys keys, EmulatorRandom random) {
    this.genuineSigner = new Signer(keys);
    this.wrongKeySigner = new Signer(new ProviderKeys(WRONG_KEY, WRONG_KEY));
    this.random = random;
  }

  /** A forged payload about the scenario's subject, or about a nonexistent order. */
  PlannedWebhook forgedWebhook(EmulatedScenario scenario) {
    String real = scenario.orderId();
    boolean made = real.isEmpty() || random.chance(0.4);
    String id = made ? MARK + "-" + random.nextHex(4) : real;
    String state = scenario.isCompletedOrder() ? "FAILED" : "COMPLETED";
    SignedBody body = forged(payload(id, state), scenario.events().getFirst());
    return new PlannedWebhook(Subjects.of("order", id), false, 0, attempt -> body);
  }

  /** A false socket event. */
  SocketUpdate unverifiedUpdate(EmulatedScenario scenario) {
    String real = scenario.orderId();
    boolean made = real.isEmpty() || random.chance(0.4);
    String id = made ? "unknown-" + random.nextHex(4) : real;
    String event = scenario.isCompletedOrder() ? "FAILED" : "COMPLETED";
    return SocketUpdate.ofOrder(event, id)
        .with("txHash", MARK)
        .with("reason", MARK)
        .with("fiatAmount", "1")
        .with("walletAddress", MARK);
  }

  private SignedBody forged(String payload, EmulatedEvent captured) {
    return switch (random.nextInt(7)) {
      case 0 -> token(wrongKeySigner.jwt(payload));
      case 1 -> token(encoded("{\"alg\":\"none\"}") + "." + encoded(payload) + ".");
      case 2 -> token(tamperedToken(payload, captured));
      case 3 -> SignedBody.of(payload);
      case 4 ->
          new SignedBody(payload, Map.of(Signer.SIGNATURE_HEADER, wrongKeySigner.hmac(payload)));
      case 5 ->
          SignedBody.of(
              WebhookBodyFormat.DATA.render(
                  wrongKeySigner.aes(payload, new Random(random.nextSeed()))));
      default -> token(wrongKeySigner.jwt("{\"alg\":\"HS256\",\"kid\":\"current\"}", payload));
    };
  }

  /** A genuine token with its payload replaced. */
  private String tamperedToken(String payload, EmulatedEvent captured) {
    String[] parts = genuineSigner.jwt(captured.claims(0)).split("\\.", -1);
    return parts[0] + "." + encoded(payload) + "." + parts[2];
  }

  private static SignedBody token(String token) {
    return SignedBody.of(WebhookBodyFormat.DATA.render(token));
  }

  private static String payload(String id, String state) {
    return "{\"eventName\":\"ORDER_%s\",\"orderId\":\"%s\",\"status\":\"%s\",\"errorCode\":\"%s\"}"
        .formatted(state, id, state, MARK);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
