package dev.rampline.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which values are refused as keys. */
class KeyQualityTest {
  private static final Path SAMPLES = Path.of("..", "events", "keys.json");
  private static final String TOKEN = "access-token-0123456789abcdefghij";
  private static final String SECRET = "webhook-secret-0123456789abcdefgh";

  @Test
  void everySampleKeyOfThisRepository_isRefused_exceptOnALaptop() throws IOException {
    String document = Files.readString(SAMPLES);
    List<String> values = values(document, "\"value\": \"([^\"]+)\"");

    assertThat(values).hasSizeGreaterThan(1);
    assertThat(values).allSatisfy(value -> assertRefused(token(value), "published sample"));
    assertRefused(document, "published sample");
    assertThat(KeysDocument.parseAcceptingSamples(document).keys().accessTokens()).hasSize(1);
  }

  @Test
  void everyPlaceholderOfTheTemplate_isRefused() throws IOException {
    List<String> values =
        values(Files.readString(Path.of("..", "template.yaml")), "\"(<[^<>\"]+>)\"");

    assertThat(values).hasSize(4);
    assertThat(values)
        .allSatisfy(
            value ->
                assertThatThrownBy(
                        () ->
                            KeysDocument.parseAllowingEmpty("{\"apiKey\":\"%s\"}".formatted(value)))
                    .hasMessageStartingWith("apiKey has a published sample or a placeholder"));
  }

  @Test
  void keysOfTheTestVectors_areRefused() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "provider-api.md"));

    assertThat(List.of("whsec_demo_secret_longer_than_thirty_two_chars", "demo-access-token"))
        .allSatisfy(
            value -> {
              assertThat(page).contains(value);
              assertRefused(token(value), "published sample");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000whsec_demo",
        "0000000000whsec_demo",
        "whsec_demo_secret_longer_than_th",
        "whsec_demo_secret_longer_than_the_sample"
      })
  void secretWithTheAesKeyOfATestVector_isRefused(String secret) {
    assertRefused(
        "{\"webhookSecrets\":[\"%s\"]}".formatted(secret), "webhookSecrets has a published sample");
  }

  @Test
  void placeholderAsOriginSecret_isRefused() {
    assertRefused(
        "{\"accessTokens\":[\"%s\"],\"originSecret1\":\"%s\"}".formatted(TOKEN, "a".repeat(40)),
        "originSecret1 or originSecret2 has a published sample or a placeholder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PARTNER_ACCESS_TOKEN",
        "WEBHOOK_SECRET_KEY",
        "webhook-secret-key",
        "aaaaaaaaaaaaaaaaaaaa",
        "xxxxxxxxxxxxxxxxxxxxxxxx",
        "****************",
        "00000000-0000-0000-0000-000000000000",
        "your-partner-access-token",
        "YOUR_ACCESS_TOKEN_0123",
        "{{access-token-here}}",
        "an-access-token-\u2026",
        "change-me-change-me",
        "PLACEHOLDER-0123456789"
      })
  void placeholder_isRefused(String value) {
    assertRefused(token(value), "accessTokens has a published sample or a placeholder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJIUzI1NiJ9.eyJBUElfS0VZIjoiMTIzIn0.c2lnbmF0dXJlLXRleHQ",
        "3f9c2d7e8a1b4c5d6e7f8091a2b3c4d5",
        "whsec_9yT2mQ4vK8xL1bN6",
        "access_token_9yT2mQ4vK8xL1bN6"
      })
  void realisticKey_isAccepted(String value) {
    assertThat(KeysDocument.parse(token(value)).keys().accessTokens()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"accessTokens":["Bearer canary-access-token-0123456789"]} | accessTokens has a value that begins with Bearer: store the token alone
          {"accessTokens":["canary-access-token-0123456789abc\\n"]} | accessTokens has a value with a line break
          {"accessTokens":["\\uFEFFcanary-access-token-0123456789"]} | accessTokens has a value with a byte order mark
          {"accessTokens":["canary-access-token-0123\\u200B456789"]} | accessTokens has a value with an invisible character
          {"accessTokens":["\\u202Ecanary-access-token-0123456789"]} | accessTokens has a value with an invisible character
          {"accessTokens":["canary-access-token-\\uDB40\\uDC010123456"]} | accessTokens has a value with an invisible character
          {"accessTokens":["canary-access-token 0123456789abc"]}     | accessTokens has a value with a blank
          {"webhookSecrets":[" canary-secret-0123456789-abcdefgh"]}  | webhookSecrets has a value with a blank
          {"accessTokens":["canary-access-token-0123456789abc"],"apiKey":"canary-key\\n"} | apiKey has a value with a line break
          {"accessTokens":["canary-access-token-0123456789abc"],"apiSecret":"canary\\t"}  | apiSecret has a value with a blank
          """)
  void mistakeOfCopying_isRefused_andNotQuoted(String document, String problem) {
    assertRefused(document, problem);
    assertThatThrownBy(() -> KeysDocument.parseAcceptingSamples(document))
        .isInstanceOf(InvalidKeysException.class)
        .hasMessage(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"accessTokens":["canary-0123456789abcdefghijklmnop"],"webhookSecrets":["canary-0123456789abcdefghijklmnop"]} | accessTokens and webhookSecrets
          {"accessTokens":["canary-0123456789abcdefghijklmnop"],"apiSecret":"canary-0123456789abcdefghijklmnop"}        | accessTokens and apiSecret
          {"webhookSecrets":["canary-0123456789abcdefghijklmnop"],"apiKey":"canary-0123456789abcdefghijklmnop"}         | webhookSecrets and apiKey
          {"webhookSecrets":["canary-0123456789abcdefghijklmnop"],"originSecret2":"canary-0123456789abcdefghijklmnop"}  | webhookSecrets and originSecret1 or originSecret2
          {"accessTokens":["canary-0123456789abcdefgh"],"apiKey":"canary-key","apiSecret":"canary-key"}                 | apiKey and apiSecret
          """)
  void oneValueForTwoPurposes_isRefused(String document, String purposes) {
    assertRefused(document, "One value is used for both " + purposes);
  }

  @Test
  void oneValueTwiceForOnePurpose_isAccepted() {
    String document = "{\"accessTokens\":[\"%1$s\",\"%1$s\"]}".formatted(TOKEN);

    assertThat(KeysDocument.parse(document).keys().accessTokens()).hasSize(2);
  }

  @Test
  void credentialsOfAnotherSecret_areAdded_andComparedToo() {
    KeysDocument keys = KeysDocument.parse(token(TOKEN));
    Secret secret = new Secret(SECRET, null);

    KeysDocument all = keys.withCredentials(new Keys(List.of(), List.of(), null, secret));

    assertThat(all.keys().apiSecret()).isEqualTo(secret);
    assertThat(all.warnings()).isEmpty();
    assertThatThrownBy(
            () ->
                keys.withCredentials(new Keys(List.of(), List.of(), null, new Secret(TOKEN, null))))
        .isInstanceOf(InvalidKeysException.class)
        .hasMessageStartingWith("One value is used for both accessTokens and apiSecret");
  }

  @Test
  void credentialsBesideTheKeys_areDropped_withAWarning() {
    String document = "{\"accessTokens\":[\"%s\"],\"apiSecret\":\"private\"}".formatted(TOKEN);

    KeysDocument webhooks = KeysDocument.parse(document).withCredentials(Keys.NONE);

    assertThat(webhooks.keys().apiSecret()).isNull();
    assertThat(webhooks.warnings())
        .containsExactly(
            "The keys contain apiKey or apiSecret: move them to the secret of the API credentials");
  }

  private static String token(String value) {
    return "{\"accessTokens\":[\"%s\"]}".formatted(value);
  }

  private static void assertRefused(String document, String problem) {
    assertThatThrownBy(() -> KeysDocument.parse(document))
        .isInstanceOf(InvalidKeysException.class)
        .hasNoCause()
        .hasMessageContaining(problem)
        .hasMessageNotContaining("canary");
  }

  private static List<String> values(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(KeyQualityTest::group).toList();
  }

  private static String group(MatchResult match) {
    return match.group(1);
  }
}
