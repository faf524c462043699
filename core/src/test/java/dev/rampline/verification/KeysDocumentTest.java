package dev.rampline.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysDocumentTest {
  private static final String LONG = "kl".repeat(16);

  @Test
  void documentWithAllMembers_isRead_inOrder() {
    Keys keys =
        KeysDocument.parse(
                """
                {"accessTokens": [
                   {"value": "current-access-token", "notAfter": "2026-03-01T12:00:00Z", "new": 1},
                   "previous-access-token",
                   {"value": "oldest-access-token", "notAfter": "2026-03-01T13:00:00+02:00"}],
                 "webhookSecrets": ["a-webhook-secret"],
                 "originSecret1": "%1$s-1", "originSecret2": "%1$s-2",
                 "apiKey": "public", "apiSecret": "private", "later": {"version": 2}}
                """
                    .formatted(LONG))
            .keys();
    assertThat(keys)
        .isEqualTo(
            new Keys(
                List.of(
                    new Secret("current-access-token", Instant.parse("2026-03-01T12:00:00Z")),
                    new Secret("previous-access-token", null),
                    new Secret("oldest-access-token", Instant.parse("2026-03-01T11:00:00Z"))),
                List.of(new Secret("a-webhook-secret", null)),
                List.of(new Secret(LONG + "-1", null), new Secret(LONG + "-2", null)),
                new Secret("public", null),
                new Secret("private", null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"accessTokens\":[\"%s\"]}", "{\"webhookSecrets\":[{\"value\":\"%s\"}]}"})
  void documentWithOneKindOfKey_isValid(String document) {
    Keys keys = KeysDocument.parse(document.formatted(LONG)).keys();
    assertThat(keys.accessTokens().size() + keys.webhookSecrets().size()).isOne();
    assertThat(keys.apiKey()).isNull();
    assertThat(keys.apiSecret()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"accessTokens":[{"value":"canary-access-token-0123456789abc","notafter":"2030-01-01T00:00:00Z"}]} | accessTokens has an entry with an unknown member
          {"accessTokens":["canary-access-token-0123456789abc"],"webhookSecret":"canary"} | The keys have an unknown member that looks like webhookSecrets
          {"accessTokens":["canary-access-token-0123456789abc"],"canary":1} | The keys have an unknown member
          """)
  void misspelledMember_isAWarningThatQuotesNothing(String document, String warning) {
    assertThat(KeysDocument.parse(document).warnings()).containsExactly(warning);
  }

  @Test
  void keysOfTheRotation_raiseNoWarning() {
    assertThat(
            KeysDocument.parse(
                    """
                    {"accessTokens":[{"value":"%s","obtainedAt":"2026-03-01T12:00:00Z",
                      "expiresAt":"2026-03-01T13:00:00Z","notAfter":null}],
                     "apiKey":"key","apiSecret":"secret"}
                    """
                        .formatted(LONG))
                .warnings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"webhookSecret":"canary-canary"} | an unknown member that looks like webhookSecrets
          \uFEFF{"accessTokens":["canary"]} | begin with a byte order mark
          """)
  void documentThatCannotBeUsed_isRejectedWithItsMistake(String document, String problem) {
    assertThatThrownBy(() -> KeysDocument.parse(document))
        .isInstanceOf(InvalidKeysException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("canary");
  }

  @Test
  void documentWithManyTokens_isRead() {
    String tokens =
        IntStream.range(0, 20)
            .mapToObj(number -> "\"access-token-number-" + number + "\"")
            .collect(Collectors.joining(","));
    assertThat(KeysDocument.parse("{\"accessTokens\":[" + tokens + "]}").keys().accessTokens())
        .hasSize(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                  | not a JSON object
          canary-canary-canary                                | not a JSON object
          ["canary-canary-canary"]                            | not a JSON object
          {"accessTokens":["canary-canary-canary"]} x         | not a JSON object
          {"apiKey":"canary","apiKey":"canary"}               | not a JSON object
          {}                                                  | neither an access token nor a webhook secret
          {"apiKey":"canary-1","apiSecret":"canary-2"}        | neither an access token nor a webhook secret
          {"accessTokens":[],"webhookSecrets":[]}             | neither an access token nor a webhook secret
          {"accessTokens":"canary-canary-canary"}             | accessTokens is not an array
          {"accessTokens":null}                               | accessTokens is not an array
          {"webhookSecrets":{"value":"canary-canary"}}        | webhookSecrets is not an array
          {"accessTokens":[7]}                                | neither a string nor an object
          {"accessTokens":[null]}                             | neither a string nor an object
          {"accessTokens":[["canary-canary-canary"]]}         | neither a string nor an object
          {"accessTokens":[{"token":"canary-canary-canary"}]} | whose value is not a string
          {"accessTokens":[{"value":1234567890123456789}]}    | whose value is not a string
          {"accessTokens":[""]}                               | with an empty value
          {"accessTokens":["canary-canary-c"]}                | shorter than 16 bytes
          {"webhookSecrets":["canary-canary-1"]}                      | webhookSecrets has an entry shorter than 16 bytes: if the provider imposes it, add webhookSecretMinBytes
          {"webhookSecrets":["canary-é-canary-canary"]}       | not ASCII
          {"accessTokens":["canary-canary-canary"],"originSecret1":"canary"} | originSecret1 or originSecret2 is shorter than 32 bytes
          {"webhookSecrets":["canary-canary"],"webhookSecretMinBytes":7}   | webhookSecretMinBytes is not a whole number from 8 to 16
          {"webhookSecrets":["canary-canary"],"webhookSecretMinBytes":"8"} | webhookSecretMinBytes is not a whole number from 8 to 16
          {"webhookSecrets":["canary-"],"webhookSecretMinBytes":8}         | shorter than 8 bytes
          {"webhookSecrets":["canary-canary-canary"],"apiKey":7} | apiKey is not a non-empty string
          {"webhookSecrets":["canary-canary-canary"],"apiSecret":""} | apiSecret is not a non-empty string
          """)
  void invalidDocument_isOneError_withoutSecrets(String document, String error) {
    assertThatThrownBy(() -> KeysDocument.parse(document))
        .isInstanceOf(InvalidKeysException.class)
        .hasNoCause()
        .hasMessageContaining(error)
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "\"\"",
        "\"tomorrow\"",
        "\"2026-03-01\"",
        "\"2026-03-01T12:00:00\"",
        "\"2026-02-30T12:00:00Z\"",
        "\"canary-canary-canary\"",
        "[\"2026-03-01T12:00:00Z\"]"
      })
  void invalidNotAfter_isRejected_andNotQuoted(String notAfter) {
    String entry = "{\"value\":\"" + LONG + "\",\"notAfter\":" + notAfter + "}";
    assertThatThrownBy(() -> KeysDocument.parse("{\"accessTokens\":[" + entry + "]}"))
        .isInstanceOf(InvalidKeysException.class)
        .hasNoCause()
        .hasMessage("accessTokens has an entry whose notAfter is not an ISO 8601 instant");
  }

  @Test
  void nullMember_countsAsAbsent() {
    String entry = "{\"value\":\"" + LONG + "\",\"notAfter\":null}";
    String document = "{\"accessTokens\":[" + entry + "],\"apiKey\":null,\"apiSecret\":null}";
    assertThat(KeysDocument.parse(document).keys())
        .isEqualTo(new Keys(List.of(new Secret(LONG, null)), List.of(), null, null));
  }

  @Test
  void length_isCountedInBytes_upToTheLimit() {
    String document =
        "{\"accessTokens\":[\"éèéèéèéè\"],\"webhookSecrets\":[\"12345678\"],\"webhookSecretMinBytes\":8}";
    assertThat(KeysDocument.parse(document).keys().accessTokens()).hasSize(1);
  }

  @Test
  void keyBelow32Bytes_causesAWarning() {
    String weak = LONG.substring(1);
    String other = "op".repeat(16);
    assertThat(warnings(LONG, other)).isEmpty();
    assertThat(warnings(weak, LONG))
        .containsExactly("accessTokens has an entry shorter than 32 bytes");
    assertThat(warnings(LONG, weak))
        .containsExactly("webhookSecrets has an entry shorter than 32 bytes");
    assertThat(warnings(weak, other.substring(1))).hasSize(2);
  }

  private static List<String> warnings(String accessToken, String webhookSecret) {
    return KeysDocument.parse(
            "{\"accessTokens\":[\"%s\"],\"webhookSecrets\":[\"%s\"]}"
                .formatted(accessToken, webhookSecret))
        .warnings();
  }
}
