package dev.rampline.verification;

import static dev.rampline.verification.RejectionReason.Category.MALFORMED;
import static dev.rampline.verification.RejectionReason.Category.TOO_LARGE;
import static dev.rampline.verification.RejectionReason.Category.UNAUTHENTICATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies are malformed (400), and which fail verification (401). */
class BodyKindsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "null",
        "true",
        "0",
        "1.5",
        "12345678901234567890123456789012345678901234",
        "[]",
        "[\"a.b.c\"]",
        "{}",
        "{\"data\":null}",
        "{\"data\":{\"id\":\"order-1\"}}",
        "{\"Data\":\"a.b.c\"}",
        "{\"eventName\":null}",
        "{\"eventName\":\"\"}",
        "{\"eventName\":\" \\t\"}",
        "{\"eventName\":7,\"event\":[],\"eventID\":{},\"eventId\":false}",
        "{\"data\":{\"eventId\":\"KYC_APPROVED\"}}",
        "{\"data\":{\"eventName\":\"KYC_APPROVED\"}}",
        "{\"payload\":{\"eventID\":\"KYC_APPROVED\"}}",
        "{\"data\":[{\"eventID\":\"KYC_APPROVED\"}]}",
        "hello",
        "{\"data\":\"x\"",
        "{\"data\":\"x\",\"data\":\"x\"}",
        "{\"data\":\"x\"}{}",
        "\uFEFF{\"data\":\"x\"}",
        "{\"eventName\":\"A\",\"x\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}",
        "a.b",
        "a.b.c.d",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-+A",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= "
      })
  void bodyOfNoTransport_isMalformed(String body) {
    assertThat(category(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "a.b.c",
        "1.2.3",
        "{\"data\":\"x.y.z\"} trailing",
        "\uFEFF{\"amount\":1.5,\"fee\":0.5}",
        "\"\"",
        "\"hello\"",
        "\"a.b.c\"",
        "{\"data\":\"\"}",
        "{\"data\":\"hello\"}",
        "{\"jwt\":\"a.b\",\"eventName\":\"ORDER_CREATED\"}",
        "{\"eventName\":\"ORDER_CREATED\"}",
        "{\"event\":\"ORDER_CREATED\",\"eventName\":\"\"}",
        "{\"eventID\":\"ORDER_CREATED\"}",
        "{\"eventId\":\"ORDER_CREATED\"}",
        "{\"data\":{\"eventID\":\"KYC_APPROVED\"}}",
        "{\"webhookData\":{\"eventID\":\"KYC_APPROVED\"}}",
        "{\"eventName\":\"A\",\"x\":[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]}",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_A",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+/A"
      })
  void bodyThatNoKeyVerifies_isUnauthenticated(String body) {
    assertThat(category(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(UNAUTHENTICATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c080", "eda080", "f8888080", "7b7dff", "2261c3", "f4908080"})
  void bodyThatIsNotUtf8_isMalformed(String hex) {
    assertThat(
            TestingDelivery.rejection(TestingDelivery.verify(HexFormat.of().parseHex(hex), null)))
        .hasValue(RejectionReason.NOT_UTF_8);
  }

  @Test
  void body_isReadUpToTheMaximumSize() {
    byte[] largest = new byte[WebhookVerifier.MAX_BODY_BYTES];
    Arrays.fill(largest, (byte) '.');
    assertThat(category(largest)).isEqualTo(MALFORMED);
    assertThat(category(Arrays.copyOf(largest, largest.length + 1))).isEqualTo(TOO_LARGE);
  }

  @Test
  void transportWithoutAKey_isNotTried() {
    Keys none = new Keys(List.of(), List.of(), null, null);
    for (String body : List.of("{\"eventName\":\"A\"}", "\"" + "A".repeat(40) + "\"")) {
      assertThat(TestingDelivery.rejection(new TestingDelivery(body, null).to(none)))
          .hasValue(RejectionReason.NO_KEY_FOR_TRANSPORT);
    }
  }

  private static RejectionReason.Category category(byte[] body) {
    return TestingDelivery.rejection(TestingDelivery.verify(body, null)).orElseThrow().category();
  }
}
