package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final String VALID_BODY =
      MessageBodies.body(
          "order/1", 12, "completed", MessageBodies.resolved("failed", "completed", "failed"));

  @Test
  void message_isParsed() {
    StateMessage message = MessageReader.read(VALID_BODY);

    assertThat(message.subject()).isEqualTo("order/1");
    assertThat(message.kind()).isEqualTo("order");
    assertThat(message.sequence()).isEqualTo(12);
    assertThat(message.state()).isEqualTo("completed");
    assertThat(message.conflict())
        .isEqualTo(MessageBodies.resolved("failed", "completed", "failed"));
    assertThat(message.data().path("trust").asText()).isEqualTo("signed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"state\": \"completed\"   | \"state\": \"sent-to-the-moon\"",
        "\"unverified\": []             | \"unverified\": [{\"state\": \"failed\"}]",
        "\"backfill\": false        | \"backfill\": false, \"later\": {\"member\": [1]}",
      })
  void message_withNewValuesAndMembers_isParsed(String part, String replacement) {
    assertThat(MessageReader.read(with(part, replacement)).sequence()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"specversion\": \"1.0\"        | \"specversion\": \"2.0\"",
        "urn:rampline:data:1             | urn:rampline:data:2",
        "\"dataschema\":                 | \"schema\":",
        "\"id\": \"order/1/12\"          | \"id\": \"order/1/13\"",
        "00000000000000000012            | 12",
        "00000000000000000012            | 00000000000000000013",
        "00000000000000000012            | 99999999999999999999",
        "\"subject\": \"order/1\", \"k   | \"subject\": \"order/2\", \"k",
        "\"kind\": \"order\"             | \"kind\": \"kyc\"",
        "\"kind\": \"order\"             | \"kind\": \"\"",
        "\"version\": 12                 | \"version\": \"12\"",
        "\"version\": 12                 | \"version\": 12.0",
        "\"version\": 12                 | \"version\": 18446744073709551628",
        "\"state\": \"completed\"        | \"state\": null",
        "\"state\": \"completed\"        | \"state\": \"\"",
        "\"state\": \"completed\"        | \"status\": \"completed\"",
        "\"conflict\":                   | \"contest\":",
        "[\"completed\", \"failed\"]     | [\"completed\", 2]",
        "[\"completed\", \"failed\"]     | {}",
        "\"resolvedState\": \"failed\"   | \"resolvedState\": 1",
        "\"resolvedState\": \"failed\"   | \"resolved\": \"failed\"",
        "\"unverified\": []                  | \"unverified\": [], \"state\": \"failed\"",
        "\"backfill\": false             | \"backfill\": false}",
      })
  void body_withAnInvalidMember_isRejected(String part, String broken) {
    assertRejected(with(part, broken));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "null", "[]", "\"order/1\"", "12", "{", "{}"})
  void body_thatIsNoEvent_isRejected(String body) {
    assertRejected(body);
  }

  @Test
  void body_ofVersionZero_isRejected() {
    assertRejected(MessageBodies.body("order/1", 0, "completed", null));
  }

  @Test
  void body_withAnInvalidSubject_isRejected() {
    assertRejected(MessageBodies.body("no-subject", 1, "completed", null));
    assertRejected(MessageBodies.body("order/", 1, "completed", null));
  }

  @Test
  void body_thatIsTooDeep_isRejected() {
    assertRejected(with("[]", "[".repeat(100) + "]".repeat(100)));
  }

  @Test
  void exception_quotesNoData() {
    assertThatThrownBy(() -> MessageReader.read(with("\"unverified\": []", "Jane Doe")))
        .hasMessageNotContaining("Jane")
        .hasNoCause();
  }

  private static void assertRejected(String body) {
    assertThatThrownBy(() -> MessageReader.read(body))
        .isInstanceOf(UnreadableMessageException.class);
  }

  private static String with(String part, String replacement) {
    assertThat(VALID_BODY).contains(part);
    return VALID_BODY.replace(part, replacement);
  }
}
