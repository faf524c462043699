package dev.rampline.verification;

import static dev.rampline.verification.TestingDelivery.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.verification.Verification.Verified;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transport B: one layout, one key derivation, and a signature header that is valid or absent. */
class AesGcmPayloadTest {
  private static final byte[] PLAINTEXT = utf8("{\"eventName\":\"ORDER_CREATED\",\"data\":{}}");
  private static final byte[] ENVELOPE = TestWebhookSigner.encrypt(SECRET, PLAINTEXT);

  static Stream<String> rightSignatures() {
    return Stream.of(utf8(body(ENVELOPE)), utf8(base64(ENVELOPE)), PLAINTEXT)
        .map(covered -> TestWebhookSigner.hmacHex(SECRET, covered))
        .flatMap(hex -> Stream.of(hex, hex.toUpperCase(Locale.ROOT), "sha256=" + hex));
  }

  @ParameterizedTest
  @MethodSource("rightSignatures")
  void signature_overAnyOfTheThreeTexts_isAccepted(String signature) {
    assertThat(verify(ENVELOPE, signature)).isInstanceOf(Verified.class);
  }

  static Stream<String> wrongSignatures() {
    String right = TestWebhookSigner.hmacHex(SECRET, PLAINTEXT);
    return Stream.of(
        "",
        " ",
        "sha256=",
        right.substring(1),
        right + "0",
        right + " ",
        " " + right,
        "SHA256=" + right,
        "sha256=sha256=" + right,
        "sha512=" + right,
        right + "," + right,
        "g" + right.substring(1),
        "\uff10" + right.substring(1),
        "0".repeat(64),
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(right)),
        TestWebhookSigner.hmacHex("0000000000000000" + SECRET, PLAINTEXT),
        TestWebhookSigner.hmacHex(SECRET, new byte[0]));
  }

  @ParameterizedTest
  @MethodSource("wrongSignatures")
  void wrongSignature_rejectsAnEnvelopeThatGcmAccepts(String signature) {
    assertThat(rejection(ENVELOPE, signature)).hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
  }

  @Test
  void envelope_withAnyFlippedBit_isRejected() {
    for (int bit = 0; bit < ENVELOPE.length * Byte.SIZE; bit++) {
      byte[] flipped = ENVELOPE.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(rejection(flipped, null)).hasValue(RejectionReason.NO_KEY_FITS);
    }
  }

  @Test
  void truncatedEnvelope_isRejected() {
    for (int length = 0; length < ENVELOPE.length; length++) {
      assertThat(rejection(Arrays.copyOf(ENVELOPE, length), null))
          .hasValue(
              length < 29 ? RejectionReason.MESSAGE_OF_NO_TRANSPORT : RejectionReason.NO_KEY_FITS);
    }
  }

  @Test
  void emptyPlaintext_isTooShortForAnEnvelope() {
    assertThat(rejection(TestWebhookSigner.encrypt(SECRET, new byte[0]), null))
        .hasValue(RejectionReason.MESSAGE_OF_NO_TRANSPORT);
  }

  @Test
  void tagAtTheEnd_isRejected() {
    byte[] key = utf8("0000000000000000" + SECRET);
    byte[] tagLast = withIv(TestWebhookSigner.encryptWithKey(key, PLAINTEXT));
    assertThat(rejection(tagLast, null)).hasValue(RejectionReason.NO_KEY_FITS);
  }

  @Test
  void key_withOtherPadding_isRejected() {
    Stream.of(SECRET + "0000000000000000", SECRET + SECRET, SECRET, SECRET + "\0".repeat(16))
        .map(text -> TestWebhookSigner.encryptWithKey(utf8(text), PLAINTEXT))
        .map(AesGcmPayloadTest::withTagSecond)
        .forEach(
            envelope ->
                assertThat(rejection(envelope, null)).hasValue(RejectionReason.NO_KEY_FITS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "{}{}", "{\"a\":1,\"a\":2}", "\uFEFF{}", "7"})
  void plaintextThatIsNoStrictObject_isMalformed(String plaintext) {
    assertThat(rejection(TestWebhookSigner.encrypt(SECRET, utf8(plaintext)), null))
        .hasValue(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }

  private static byte[] withTagSecond(byte[] ciphertextThenTag) {
    int tag = ciphertextThenTag.length - 16;
    return withIv(
        ByteBuffer.allocate(ciphertextThenTag.length)
            .put(ciphertextThenTag, tag, 16)
            .put(ciphertextThenTag, 0, tag)
            .array());
  }

  private static byte[] withIv(byte[] rest) {
    return ByteBuffer.allocate(12 + rest.length).put(TestWebhookSigner.iv()).put(rest).array();
  }

  private static Optional<RejectionReason> rejection(byte[] envelope, @Nullable String signature) {
    return TestingDelivery.rejection(verify(envelope, signature));
  }

  private static Verification verify(byte[] envelope, @Nullable String signature) {
    return TestingDelivery.verify(utf8(body(envelope)), signature);
  }

  private static String body(byte[] envelope) {
    return "{ \"encryptedData\" : \"" + base64(envelope) + "\" }";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
