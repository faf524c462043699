package dev.rampline.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import java.net.ConnectException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String TOKEN = "an-access-token-of-fair-length-000";
  private static final String SECRET = "a-webhook-secret-of-fair-length-00";

  @Test
  void validKeys_pass_andAreCounted() {
    assertThat(keys("{'accessTokens':['%s'],'webhookSecrets':['%s']}".formatted(TOKEN, SECRET)))
        .containsExactly(
            new Passed("1 access token(s), 1 webhook secret(s), apiKey absent, apiSecret absent."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "an-access-token-entered-without-its-document",
        "{'accessTokens':'an-access-token-entered-without-its-list'}",
        "{'accessTokens':['too-short']}",
        "{'apiKey':'a-key-without-any-token-beside-it'}",
        "{'accessTokens':['rampline-sample-events-access-token']}",
        "{'accessTokens':['<entered-in-angle-brackets>']}",
        "{'accessTokens':['entered-with-a-line-break\\n']}",
        "{'accessTokens':['entered-for-two-purposes'],'webhookSecrets':['entered-for-two-purposes']}",
        "{'webhookSecrets':['too-short-aes']}"
      })
  void invalidKeys_fail_andAreNotQuoted(String document) {
    assertThat(keys(document))
        .singleElement()
        .isInstanceOf(Failed.class)
        .asString()
        .doesNotContain("entered", "too-short", "without-any");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22T10:00:00Z", "2026-11-21T00:00:00Z"})
  void expiredKeys_fail(String expiry) {
    assertThat(keys(expiring(expiry))).singleElement().isInstanceOf(Failed.class);
  }

  @Test
  void keysThatExpireSoon_causeAWarning() {
    assertThat(keys(expiring("2026-11-25T10:00:00Z")))
        .singleElement()
        .isInstanceOf(Warning.class)
        .asString()
        .contains("expires in 3 days", "rampline-key-expiry");
    assertThat(keys(expiring("2026-11-25T10:00:01Z"))).singleElement().isInstanceOf(Passed.class);
  }

  @Test
  void shortCredential_causesAWarning_andIsNotQuoted() {
    assertThat(keys("{'accessTokens':['%s'],'apiSecret':'short'}".formatted(TOKEN)))
        .singleElement()
        .isInstanceOf(Warning.class)
        .asString()
        .contains("apiSecret")
        .doesNotContain("short", "fair-length");
  }

  @Test
  void suspiciousDocument_causesAWarning_andIsNotQuoted() {
    assertThat(keys("{'accessTokens':['%s'],'tokens':['canary']}".formatted(TOKEN)))
        .isNotEmpty()
        .allMatch(Warning.class::isInstance)
        .noneMatch(finding -> finding.toString().contains("canary"));
  }

  @Test
  void keysThatCannotBeRead_fail_withTheCause() {
    assertThat(
            new KeyRingCheck(
                    () -> {
                      throw new KeysUnavailableException("canary", new ConnectException("canary"));
                    },
                    InstantSource.fixed(NOW))
                .run())
        .singleElement()
        .isInstanceOf(Failed.class)
        .asString()
        .contains("Cannot read the keys: connection-refused.")
        .doesNotContain("canary");
  }

  @Test
  void token_isReportedWithItsAge() {
    assertThat(token(",'obtainedAt':'2026-11-22T05:00:00Z','expiresAt':'2026-11-22T10:10:00Z'"))
        .containsExactly(new Passed("Issue time: 5 hours ago. Expiry: in 10 minutes."));
    assertThat(token("")).containsExactly(new Passed("Issue time: unknown. Expiry: unknown."));
  }

  @Test
  void expiredToken_fails() {
    assertThat(token(",'expiresAt':'2026-11-22T09:00:00Z'"))
        .singleElement()
        .isInstanceOf(Failed.class)
        .asString()
        .contains("expired 60 minutes ago", "rampline-token-not-renewed");
  }

  @Test
  void unreadableDocument_isSkipped() {
    assertThat(new TokenAge(() -> "{", InstantSource.fixed(NOW)).run())
        .singleElement()
        .isInstanceOf(Skipped.class);
  }

  private static List<CheckFinding> token(String more) {
    String document = "{'accessTokens':[{'value':'%s'%s}]}".formatted(TOKEN, more);
    return new TokenAge(() -> json(document), InstantSource.fixed(NOW)).run();
  }

  private static String expiring(String expiry) {
    return "{'accessTokens':[{'value':'%s','notAfter':'%s'}]}".formatted(TOKEN, expiry);
  }

  private static List<CheckFinding> keys(String document) {
    return new KeyRingCheck(() -> KeysDocument.parse(json(document)), InstantSource.fixed(NOW))
        .run();
  }

  private static String json(String document) {
    return document.replace('\'', '"');
  }
}
