package dev.rampline.devkit.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.devkit.emulator.socket.SocketUpdate;
import java.util.Base64;
import java.util.Map;
import java.util.Random;

/**
 * Someone who knows no key: lies about orders that exist and about orders that do not, each lie
 * bearing a mark, so that a believed one is found wherever it went.
 */
final class Forger {
  /** In every forged payload, and nowhere else. */
  static final String MARK = "f0rged";

  private static final String STALE_KEY = "an-access-token-that-was-never-given-to-this-partner";

  private final Signer genuine;
  private final Signer stranger;
  private final Dice dice;

  Forger(ProviderKeys keys, Dice dice) {
    this.genuine = new Signer(keys);
    this.stranger = new Signer(new ProviderKeys(STALE_KEY, STALE_KEY));
    this.dice = dice;
  }

  /** A lie about the story's subject, or about an order that nobody made. */
  Posting lie(Story story) {
    String real = story.truth().details().getOrDefault("orderId", "");
    boolean made = real.isEmpty() || dice.chance(0.4);
    String id = made ? MARK + "-" + dice.hex(4) : real;
    String state = story.truth().finals().contains("completed") ? "FAILED" : "COMPLETED";
    SignedBody body = forged(payload(id, state), story.words().getFirst());
    return new Posting(Subjects.of("order", id), false, 0, attempt -> body);
  }

  /** The same for the socket, where nothing is signed. */
  SocketUpdate hearsay(Story story) {
    String real = story.truth().details().getOrDefault("orderId", "");
    boolean made = real.isEmpty() || dice.chance(0.4);
    String id = made ? "nobodys-" + dice.hex(4) : real;
    String event = story.truth().finals().contains("completed") ? "FAILED" : "COMPLETED";
    return SocketUpdate.ofOrder(event, id)
        .with("txHash", MARK)
        .with("reason", MARK)
        .with("fiatAmount", "1")
        .with("walletAddress", MARK);
  }

  private SignedBody forged(String payload, Word overheard) {
    return switch (dice.below(7)) {
      case 0 -> token(stranger.jwt(payload));
      case 1 -> token(encoded("{\"alg\":\"none\"}") + "." + encoded(payload) + ".");
      case 2 -> token(genuineWith(payload, overheard));
      case 3 -> SignedBody.of(payload);
      case 4 -> new SignedBody(payload, Map.of(Signer.SIGNATURE_HEADER, stranger.hmac(payload)));
      case 5 -> SignedBody.of(Spelling.DATA.of(stranger.aes(payload, new Random(dice.seed()))));
      default -> token(stranger.jwt("{\"alg\":\"HS256\",\"kid\":\"current\"}", payload));
    };
  }

  /** A token that the provider did sign, overheard, with another payload put into it. */
  private String genuineWith(String payload, Word overheard) {
    String[] parts = genuine.jwt(overheard.claims(0)).split("\\.", -1);
    return parts[0] + "." + encoded(payload) + "." + parts[2];
  }

  private static SignedBody token(String token) {
    return SignedBody.of(Spelling.DATA.of(token));
  }

  private static String payload(String id, String state) {
    return "{\"eventName\":\"ORDER_%s\",\"orderId\":\"%s\",\"status\":\"%s\",\"errorCode\":\"%s\"}"
        .formatted(state, id, state, MARK);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
