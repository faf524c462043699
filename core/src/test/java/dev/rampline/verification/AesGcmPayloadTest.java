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

/** Transport B: one layout, one key, and a signature header that is right or absent. */
class AesGcmPayloadTest {
  private static final byte[] PLAINTEXT = utf8("{\"eventName\":\"ORDER_CREATED\",\"data\":{}}");
  private static final byte[] SEALED = TestWebhookSigner.seal(SECRET, PLAINTEXT);

  static Stream<String> rightSignatures() {
    return Stream.of(utf8(body(SEALED)), utf8(base64(SEALED)), PLAINTEXT)
        .map(covered -> TestWebhookSigner.hmacHex(SECRET, covered))
        .flatMap(hex -> Stream.of(hex, hex.toUpperCase(Locale.ROOT), "sha256=" + hex));
  }

  @ParameterizedTest
  @MethodSource("rightSignatures")
  void signature_overAnyOfTheThreeTexts_isAccepted(String signature) {
    assertThat(verify(SEALED, signature)).isInstanceOf(Verified.class);
  }

  static Stream<String> wrongSignatures() {
    String right = TestWebhookSigner.hmacHex(SECRET, PLAINTEXT);
    return Stream.of(
        "",
        " ",
        "sha256=",
        right.substring(1),
        right + "0",
        "SHA256=" + right,
        "sha256=sha256=" + right,
        "sha512=" + right,
        right + "," + right + "," + right + "," + right + "," + right,
        "g" + right.substring(1),
        "\uff10" + right.substring(1),
        "0".repeat(64),
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(right)),
        TestWebhookSigner.hmacHex("0000000000000000" + SECRET, PLAINTEXT),
        TestWebhookSigner.hmacHex(SECRET, new byte[0]));
  }

  @ParameterizedTest
  @MethodSource("wrongSignatures")
  void signature_thatIsThereAndWrong_refusesWhatGcmHadAccepted(String signature) {
    assertThat(refusal(SEALED, signature)).hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
  }

  @Test
  void envelope_withAnyBitFlipped_isRefused() {
    for (int bit = 0; bit < SEALED.length * Byte.SIZE; bit++) {
      byte[] flipped = SEALED.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(refusal(flipped, null)).hasValue(RejectionReason.NO_KEY_FITS);
    }
  }

  @Test
  void envelope_cutAnywhere_isRefused() {
    for (int length = 1; length < SEALED.length; length++) {
      assertThat(refusal(Arrays.copyOf(SEALED, length), null))
          .hasValue(
              length < 29 ? RejectionReason.MESSAGE_OF_NO_TRANSPORT : RejectionReason.NO_KEY_FITS);
    }
  }

  @Test
  void plaintext_thatIsEmpty_isTooShortForAnEnvelope() {
    assertThat(refusal(TestWebhookSigner.seal(SECRET, new byte[0]), null))
        .hasValue(RejectionReason.MESSAGE_OF_NO_TRANSPORT);
  }

  @Test
  void tag_atTheEnd_isRefused() {
    byte[] key = utf8("0000000000000000" + SECRET);
    byte[] tagLast = withIv(TestWebhookSigner.sealUnder(key, PLAINTEXT));
    assertThat(refusal(tagLast, null)).hasValue(RejectionReason.NO_KEY_FITS);
  }

  @Test
  void key_paddedInAnotherWay_isRefused() {
    Stream.of(SECRET + "0000000000000000", SECRET + SECRET, SECRET, SECRET + "\0".repeat(16))
        .map(text -> TestWebhookSigner.sealUnder(utf8(text), PLAINTEXT))
        .map(AesGcmPayloadTest::withTagSecond)
        .forEach(
            envelope -> assertThat(refusal(envelope, null)).hasValue(RejectionReason.NO_KEY_FITS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "{}{}", "{\"a\":1,\"a\":2}", "\uFEFF{}", "7"})
  void plaintext_thatIsNoStrictObject_isAuthenticButUnreadable(String plaintext) {
    assertThat(verify(TestWebhookSigner.seal(SECRET, utf8(plaintext)), null))
        .isEqualTo(
            new Verification.Unreadable(
                Transport.AES, 0, Base64.getEncoder().encodeToString(utf8(plaintext))));
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

  private static Optional<RejectionReason> refusal(byte[] sealed, @Nullable String signature) {
    return TestingDelivery.refusal(verify(sealed, signature));
  }

  private static Verification verify(byte[] sealed, @Nullable String signature) {
    return TestingDelivery.verify(utf8(body(sealed)), signature);
  }

  private static String body(byte[] sealed) {
    return "{ \"encryptedData\" : \"" + base64(sealed) + "\" }";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
