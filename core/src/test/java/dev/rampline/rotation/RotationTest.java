package dev.rampline.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.rotation.RotationResult.Current;
import dev.rampline.rotation.RotationResult.Failed;
import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
  private static final CallFailure UNAUTHORIZED = CallFailure.ofStatus(401);
  private static final CallFailure NO_TOKEN =
      new CallFailure(FailureCause.RESPONSE_INCOMPLETE, 200);
  private static final CallFailure NO_NAME = CallFailure.of(FailureCause.NAME_NOT_RESOLVED);
  private static final Instant START = RotationFixture.START;
  private static final Instant EXPIRY = START.plus(RotationFixture.LIFETIME);

  @Test
  void secretWithCredentialsOnly_getsItsFirstToken() {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(""));

    assertThat(fixture.rotate()).isEqualTo(new Renewed(EXPIRY));
    assertThat(fixture.tokens()).containsExactly(new Secret("issued-access-token-0", null));
  }

  @Test
  void tokenWithoutMetadata_isRenewedAtOnce_andKeptUnchanged() {
    RotationFixture fixture =
        new RotationFixture(RotationFixture.containing("'manual-access-token'"));

    assertThat(fixture.rotate()).isEqualTo(new Renewed(EXPIRY));
    assertThat(fixture.tokens())
        .containsExactly(
            new Secret("issued-access-token-0", null), new Secret("manual-access-token", null));
  }

  @Test
  void manualTokens_areKeptOnEveryRenewal() {
    RotationFixture fixture =
        new RotationFixture(
            RotationFixture.containing(
                "'manual-access-token','other-access-token',"
                    + "{'value':'limited-access-token','notAfter':'2030-01-01T00:00:00Z'}"));
    renewOften(fixture, 2 * KeyRingDocument.MAX_TOKENS);

    assertThat(fixture.tokens())
        .contains(
            new Secret("manual-access-token", null),
            new Secret("other-access-token", null),
            new Secret("limited-access-token", Instant.parse("2030-01-01T00:00:00Z")))
        .hasSize(KeyRingDocument.MAX_TOKENS + 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT10M", "PT20M", "PT30M", "PT39M"})
  void shortLivedTokens_createFewerVersionsThanTheStoreKeeps(Duration lifetime) {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(""));
    for (Duration time = Duration.ZERO;
        time.compareTo(Duration.ofDays(1)) < 0;
        time = time.plus(Duration.ofMinutes(10))) {
      Instant now = START.plus(time);
      fixture.provider.answerAlways(issued("issued-access-token-" + time, now.plus(lifetime)));
      fixture.rotate();
      fixture.advanceClock(Duration.ofMinutes(10));
    }

    assertThat(fixture.store.versions()).hasSizeBetween(40, 80);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, false", "PT3H29M59.999S, false", "PT3H30M, true", "PT4H, true", "P9D, true"})
  void token_isRenewedHalfAnHourBeforeItsExpiry(Duration later, boolean renewed) {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(""));
    fixture.rotate();
    fixture.advanceClock(later);

    assertThat(fixture.rotate() instanceof Renewed).isEqualTo(renewed);
    assertThat(fixture.provider.issued()).hasSize(renewed ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource({"P6DT23H59M59.999S, false", "P7D, true"})
  void tokenWithADistantExpiry_isRenewedByItsAge(Duration later, boolean renewed) {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(""));
    fixture.provider.answerAlways(
        issued("issued-for-a-long-time", START.plus(Duration.ofDays(9999))));
    fixture.rotate();
    fixture.provider.answerAlways(issued("issued-for-a-longer-time", Instant.MAX.minusSeconds(1)));
    fixture.advanceClock(later);

    assertThat(fixture.rotate() instanceof Renewed).isEqualTo(renewed);
  }

  @Test
  void tokenWithoutAReportedExpiry_isAssumedToLastAnHour() {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(""));
    fixture.provider.answerAlways(issued("issued-without-expiry", null));

    assertThat(fixture.rotate()).isEqualTo(new Renewed(START.plus(Duration.ofHours(1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'value':'current-access-token','notAfter':'2026-03-01T12:30:00Z'}",
        "{'value':'current-access-token','expiresAt':'soon','obtainedAt':'2026-03-01T12:00:00Z'}",
        "{'value':'current-access-token','expiresAt':7,'obtainedAt':'2026-03-01T12:00:00Z'}",
        "{'value':'current-access-token','expiresAt':'2027-01-01T00:00:00Z'}",
        "{'value':'current-access-token','expiresAt':'-1000000000-01-01T00:00:00Z',"
            + "'obtainedAt':'-1000000000-01-01T00:00:00Z'}"
      })
  void tokenWithAnUnknownOrNearExpiry_isRenewed(String entry) {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(entry));

    assertThat(fixture.rotate()).isInstanceOf(Renewed.class);
    assertThat(fixture.texts()).containsExactly("issued-access-token-0", "current-access-token");
  }

  @Test
  void issuedTokens_keepTheirExpiry_andAreDroppedAfterIt() {
    RotationFixture fixture =
        new RotationFixture(
            RotationFixture.containing(
                "{'value':'current-access-token','obtainedAt':'2026-03-01T09:00:00Z'},"
                    + "{'value':'expiring-access-token','notAfter':'2026-03-01T12:00:00Z',"
                    + "'obtainedAt':'2026-02-01T09:00:00Z'},"
                    + "{'value':'ended-access-token','notAfter':'2026-03-01T11:59:59.999Z',"
                    + "'obtainedAt':'2026-02-01T09:00:00Z'}"));
    fixture.rotate();

    assertThat(fixture.tokens())
        .containsExactly(
            new Secret("issued-access-token-0", null),
            new Secret("current-access-token", START.plus(Duration.ofDays(1))),
            new Secret("expiring-access-token", START));
  }

  @Test
  void tokensBeyondEight_areDropped_oldestFirst() {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(""));
    renewOften(fixture, 10);

    assertThat(fixture.texts())
        .hasSize(KeyRingDocument.MAX_TOKENS)
        .startsWith("issued-access-token-9", "issued-access-token-8")
        .endsWith("issued-access-token-2");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:29:59Z, true",
    "2026-03-01T12:30:00Z, true",
    "2026-03-01T12:30:00.001Z, false",
    "2026-03-09T12:00:00Z, false"
  })
  void obtainedTokenWhoseEndOfUseIsNear_isRenewed(String notAfter, boolean renewed) {
    RotationFixture fixture =
        new RotationFixture(
            RotationFixture.containing(
                "{'value':'current-access-token','obtainedAt':'2026-03-01T11:00:00Z',"
                    + "'expiresAt':'2026-03-05T12:00:00Z','notAfter':'"
                    + notAfter
                    + "'}"));

    assertThat(fixture.rotate() instanceof Renewed).isEqualTo(renewed);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-01T11:42:00.001Z, false", "2026-03-01T11:42:00Z, true"})
  void expiringToken_isNotRenewedBeforeItsLeastAge(String obtainedAt, boolean renewed) {
    RotationFixture fixture =
        new RotationFixture(
            RotationFixture.containing(
                "{'value':'current-access-token','obtainedAt':'"
                    + obtainedAt
                    + "','expiresAt':'2026-03-01T12:01:00Z'}"));

    assertThat(fixture.rotate() instanceof Renewed).isEqualTo(renewed);
  }

  @Test
  void entries_areAllTokensOfTheDocument() {
    assertThat(
            KeyRingEntry.parseAll(
                RotationFixture.containing(
                    "{'value':'current-access-token','obtainedAt':'2026-03-01T11:00:00Z'},"
                        + "'manual-access-token'")))
        .extracting(KeyRingEntry::obtainedAt)
        .containsExactly(Optional.of(Instant.parse("2026-03-01T11:00:00Z")), Optional.empty());
  }

  @Test
  void unknownMembers_areKept() {
    RotationFixture fixture =
        new RotationFixture(
            RotationFixture.json(
                "{'later':{'amount':1.50},'accessTokens':[{'value':'current-access-token',"
                    + "'note':[null,true],'obtainedAt':'2026-03-01T09:00:00Z'}],'webhookSecrets':[{'value':'a-webhook-secret','x':1}],"
                    + "'apiKey':'key','apiSecret':'secret'}"));
    fixture.rotate();

    assertThat(fixture.document())
        .startsWith(RotationFixture.json("{'later':{'amount':1.50},'accessTokens':["))
        .contains(RotationFixture.json("{'value':'current-access-token','note':[null,true],"))
        .endsWith(
            RotationFixture.json(
                "'webhookSecrets':[{'value':'a-webhook-secret','x':1}],"
                    + "'apiKey':'key','apiSecret':'secret'}"));
  }

  @Test
  void reissuedToken_isStoredOnce_withoutAnExpiryForVerification() {
    RotationFixture fixture =
        new RotationFixture(RotationFixture.containing("'repeated-access-token'"));
    fixture.provider.answerAlways(issued("repeated-access-token", EXPIRY));
    assertThat(fixture.rotate()).isEqualTo(new Renewed(EXPIRY));

    fixture.advanceClock(RotationFixture.LIFETIME);
    assertThat(fixture.rotate()).isEqualTo(new Current(EXPIRY));
    assertThat(fixture.tokens()).containsExactly(new Secret("repeated-access-token", null));
    assertThat(fixture.store.versions()).hasSize(2);
  }

  @Test
  void reissuedToken_getsItsNewExpiry_andKeepsItsUnknownMembers() {
    RotationFixture fixture =
        new RotationFixture(
            RotationFixture.containing(
                "{'value':'repeated-access-token','obtainedAt':'2026-03-01T09:00:00Z',"
                    + "'expiresAt':'2026-03-01T12:10:00Z','note':'kept'}"));
    fixture.provider.answerAlways(issued("repeated-access-token", EXPIRY));

    assertThat(fixture.rotate()).isEqualTo(new Renewed(EXPIRY));

    assertThat(fixture.rotate()).isEqualTo(new Current(EXPIRY));
    assertThat(fixture.document()).contains(RotationFixture.json("'note':'kept'"));
    assertThat(fixture.tokens()).containsExactly(new Secret("repeated-access-token", null));
  }

  @Test
  void newTokenThatExpiresSooner_isStored() {
    RotationFixture fixture =
        new RotationFixture(
            RotationFixture.containing(
                "{'value':'lasting-access-token','obtainedAt':'2026-02-01T00:00:00Z',"
                    + "'expiresAt':'2027-01-01T00:00:00Z'}"));

    assertThat(fixture.rotate()).isEqualTo(new Renewed(EXPIRY));
    assertThat(fixture.texts()).containsExactly("issued-access-token-0", "lasting-access-token");
  }

  @Test
  void reissuedEarlierToken_isCurrentAgain() {
    RotationFixture fixture =
        new RotationFixture(
            RotationFixture.containing(
                "'current-access-token',"
                    + "{'value':'repeated-access-token','notAfter':'2026-03-01T13:00:00Z'}"));
    fixture.provider.answerAlways(issued("repeated-access-token", EXPIRY));
    fixture.rotate();

    assertThat(fixture.tokens())
        .containsExactly(
            new Secret("repeated-access-token", null), new Secret("current-access-token", null));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failingProvider_leavesTheDocumentUnchanged(
      Reply reply, RotationFailure failure, @Nullable CallFailure call) {
    RotationFixture fixture =
        new RotationFixture(RotationFixture.containing("'current-access-token'"));
    fixture.provider.answerAlways(reply);

    Failed failed = (Failed) fixture.rotate();
    assertThat(failed.failure()).isEqualTo(failure);
    assertThat(failed.call()).isEqualTo(call);
    assertThat(fixture.store.versions()).hasSize(1);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(
            new Reply.Rejected(UNAUTHORIZED), RotationFailure.PROVIDER_REJECTED, UNAUTHORIZED),
        arguments(
            new Reply.Unusable(NO_TOKEN), RotationFailure.PROVIDER_RESPONSE_INVALID, NO_TOKEN),
        arguments(new Reply.Unavailable(NO_NAME), RotationFailure.PROVIDER_UNAVAILABLE, NO_NAME),
        arguments(issued("too-short", EXPIRY), RotationFailure.KEYS_INVALID, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json                                         | KEYS_INVALID
          []                                               | KEYS_INVALID
          {'accessTokens':['short'],'apiKey':'k'}          | KEYS_INVALID
          {'accessTokens':'current-access-token'}          | KEYS_INVALID
          """)
  void invalidDocument_isUnchanged_andNoTokenIsRequested(String text, RotationFailure failure) {
    assertNoTokenIsRequested(new RotationFixture(RotationFixture.json(text)), failure);
  }

  @Test
  void missingCredential_isReported_evenIfTheKeyRingContainsIt() {
    String ring = RotationFixture.json("{'apiKey':'key','apiSecret':'secret'}");
    Secret key = RotationFixture.secret("key");

    for (Keys incomplete : List.of(Keys.NONE, new Keys(List.of(), List.of(), key, null))) {
      assertNoTokenIsRequested(
          new RotationFixture(ring, incomplete), RotationFailure.NO_CREDENTIALS);
    }
  }

  private static void assertNoTokenIsRequested(RotationFixture fixture, RotationFailure failure) {
    Failed failed = (Failed) fixture.rotate();
    assertThat(failed.failure()).isEqualTo(failure);
    assertThat(failed.fault() instanceof InvalidKeysException)
        .isEqualTo(failure == RotationFailure.KEYS_INVALID);
    assertThat(fixture.provider.issued()).isEmpty();
    assertThat(fixture.store.versions()).hasSize(1);
  }

  @Test
  void writtenDocuments_areValidForReceivers() {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(""));
    for (int run = 0; run < 3; run++) {
      fixture.rotate();
      fixture.makeDue();
    }

    assertThat(fixture.store.versions().stream().skip(1))
        .allSatisfy(KeysDocument::parse)
        .hasSize(3);
  }

  @Test
  void objectsWithKeys_doNotPrintThem() {
    String canary = RotationFixture.containing("'canary-canary-canary'");
    KeyRingDocument ring = KeyRingDocument.parse(canary);

    assertThat(
            Stream.of(
                new StoredKeyRing("1", canary),
                ring,
                ring.current().orElseThrow(),
                RotationFixture.POLICY.token("canary-canary-canary", null, START),
                issued("canary-canary-canary", EXPIRY)))
        .allSatisfy(holder -> assertThat(holder.toString()).contains("[").doesNotContain("canary"));
  }

  /** Renews the token 21 minutes after each renewal, long before the earlier ones end. */
  private static void renewOften(RotationFixture fixture, int times) {
    for (int run = 0; run < times; run++) {
      Instant now = START.plus(Duration.ofMinutes(21L * run));
      fixture.provider.answerAlways(issued("issued-access-token-" + run, now.plusSeconds(2400)));
      assertThat(fixture.rotate()).isInstanceOf(Renewed.class);
      fixture.advanceClock(Duration.ofMinutes(21));
    }
  }

  private static Reply issued(String token, @Nullable Instant expiresAt) {
    return new Reply.Issued(new Secret(token, null), expiresAt);
  }
}
