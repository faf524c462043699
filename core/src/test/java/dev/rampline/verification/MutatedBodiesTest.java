package dev.rampline.verification;

import static dev.rampline.verification.TestWebhookSigner.HS256;
import static dev.rampline.verification.TestingDelivery.KEYS;
import static dev.rampline.verification.TestingDelivery.SECRET;
import static dev.rampline.verification.TestingDelivery.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged body never throws and never verifies with another payload than the signed one. */
class MutatedBodiesTest {
  private static final int MUTANTS = 2_000;
  private static final String PAYLOAD =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"order-1\",\"fiatAmount\":100.50}}";
  private static final Json CLAIMS = JsonReader.read(PAYLOAD).orElseThrow();
  private static final byte[] PLAIN = utf8(PAYLOAD);

  /** Characters that turn one kind of body into another. */
  private static final List<String> PIECES =
      List.of(
          ".",
          "..",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "=",
          "\\",
          "\\u0000",
          "\uFEFF",
          " ",
          "\n",
          "null",
          "{\"data\":\"",
          "\"}",
          "\"jwt\":",
          "eyJhbGciOiJub25lIn0",
          "e30",
          "bnVsbA",
          "-_",
          "+/",
          "\u00e9",
          "{\"alg\":\"none\"}",
          "\"data\":null,",
          "1e99999999999");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damagedToken_isRejected_orHasTheSignedPayload(long seed) {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    damage(seed, utf8("{\"data\":\"" + token + "\"}"), null);
    damage(seed, utf8(token), "x");
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void damagedEnvelope_isRejected_orHasTheEncryptedPayload(long seed) {
    String envelope = Base64.getEncoder().encodeToString(TestWebhookSigner.encrypt(SECRET, PLAIN));
    damage(seed, utf8("{\"data\":\"" + envelope + "\"}"), null);
    damage(seed, utf8(envelope), TestWebhookSigner.hmacHex(SECRET, PLAIN));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void damagedPlainJson_isRejected_orUnchanged(long seed) {
    damage(seed, PLAIN, TestWebhookSigner.hmacHex(SECRET, PLAIN));
  }

  private static void damage(long seed, byte[] body, @Nullable String signature) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int mutant = 0; mutant < MUTANTS; mutant++) {
      byte[] damaged = body;
      for (int step = random.nextInt(1, 4); step > 0; step--) {
        damaged = damage(random, damaged);
      }
      Verification verification = TestingDelivery.verify(damaged, signature, KEYS);
      if (verification instanceof Verified(Transport transport, _, Json.Obj claims)) {
        assertThat(claims).as("mutant %s of seed %s", mutant, seed).isEqualTo(CLAIMS);
        assertThat(transport != Transport.HMAC || Arrays.equals(damaged, body)).isTrue();
      }
    }
  }

  private static byte[] damage(SplittableRandom random, byte[] body) {
    int at = random.nextInt(body.length + 1);
    int end = Math.min(body.length, at + random.nextInt(8));
    return switch (random.nextInt(5)) {
      case 0 -> splice(body, at, end, new byte[0]);
      case 1 -> splice(body, at, at, utf8(PIECES.get(random.nextInt(PIECES.size()))));
      case 2 -> splice(body, at, end, new byte[] {(byte) random.nextInt(256)});
      case 3 -> splice(body, at, at, Arrays.copyOfRange(body, at, end));
      default ->
          splice(
              body, at, Math.min(body.length, at + 1), new byte[] {bitFlipped(random, body, at)});
    };
  }

  private static byte bitFlipped(SplittableRandom random, byte[] body, int at) {
    return (byte) ((at < body.length ? body[at] : 0) ^ 1 << random.nextInt(8));
  }

  private static byte[] splice(byte[] body, int begin, int end, byte[] piece) {
    byte[] spliced = Arrays.copyOf(body, begin + piece.length + body.length - end);
    System.arraycopy(piece, 0, spliced, begin, piece.length);
    System.arraycopy(body, end, spliced, begin + piece.length, body.length - end);
    return spliced;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
