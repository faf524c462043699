package dev.rampline.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rampline.rotation.RotationResult.Current;
import dev.rampline.rotation.RotationResult.Failed;
import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
  private static final Instant START = RotationFixture.START;
  private static final Instant END = START.plus(RotationFixture.LIFETIME);

  @Test
  void secret_withCredentialsAlone_getsItsFirstToken() {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(""));

    assertThat(stage.rotate()).isEqualTo(new Renewed(END));
    assertThat(stage.tokens()).containsExactly(new Secret("minted-access-token-0", null));
  }

  @Test
  void token_ofWhichNothingIsKnown_isRenewedAtOnceAndKeptAsItIs() {
    RotationFixture stage = new RotationFixture(RotationFixture.holding("'token-put-by-hand'"));

    assertThat(stage.rotate()).isEqualTo(new Renewed(END));
    assertThat(stage.tokens())
        .containsExactly(
            new Secret("minted-access-token-0", null), new Secret("token-put-by-hand", null));
  }

  @Test
  void keysThatAPersonPutIn_outliveEveryRenewal() {
    RotationFixture stage =
        new RotationFixture(
            RotationFixture.holding(
                "'token-put-by-hand','the-api-secret-as-a-key',"
                    + "{'value':'token-pinned-by-hand','notAfter':'2030-01-01T00:00:00Z'}"));
    for (int run = 0; run < 2 * KeyRingDocument.MAX_TOKENS; run++) {
      stage.rotate();
      stage.makeDue();
    }

    assertThat(stage.tokens())
        .contains(
            new Secret("token-put-by-hand", null),
            new Secret("the-api-secret-as-a-key", null),
            new Secret("token-pinned-by-hand", Instant.parse("2030-01-01T00:00:00Z")))
        .hasSize(KeyRingDocument.MAX_TOKENS + 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT10M", "PT20M", "PT30M", "PT39M"})
  void tokensThatLiveShortly_makeFewerVersionsThanTheStoreKeeps(Duration lifetime) {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(""));
    for (Duration time = Duration.ZERO;
        time.compareTo(Duration.ofDays(1)) < 0;
        time = time.plus(Duration.ofMinutes(10))) {
      Instant now = START.plus(time);
      stage.provider.answerAlways(given("minted-access-token-" + time, now.plus(lifetime)));
      stage.rotate();
      stage.pass(Duration.ofMinutes(10));
    }

    assertThat(stage.store.versions()).hasSizeBetween(40, 80);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, false", "PT3H29M59.999S, false", "PT3H30M, true", "PT4H, true", "P9D, true"})
  void token_isRenewedFromHalfAnHourBeforeItsEnd(Duration later, boolean renewed) {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(""));
    stage.rotate();
    stage.pass(later);

    assertThat(stage.rotate() instanceof Renewed).isEqualTo(renewed);
    assertThat(stage.provider.minted()).hasSize(renewed ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource({"P6DT23H59M59.999S, false", "P7D, true"})
  void token_withAnEndFarAway_isRenewedByItsAge(Duration later, boolean renewed) {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(""));
    stage.provider.answerAlways(given("minted-for-a-long-time", START.plus(Duration.ofDays(9999))));
    stage.rotate();
    stage.provider.answerAlways(given("minted-for-a-longer-time", Instant.MAX.minusSeconds(1)));
    stage.pass(later);

    assertThat(stage.rotate() instanceof Renewed).isEqualTo(renewed);
  }

  @Test
  void token_whoseEndWasNotReported_isTakenToLastAnHour() {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(""));
    stage.provider.answerAlways(given("minted-without-an-end", null));

    assertThat(stage.rotate()).isEqualTo(new Renewed(START.plus(Duration.ofHours(1))));
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
  void token_whoseEndIsUnknownOrNear_isRenewed(String entry) {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(entry));

    assertThat(stage.rotate()).isInstanceOf(Renewed.class);
    assertThat(stage.texts()).containsExactly("minted-access-token-0", "current-access-token");
  }

  @Test
  void mintedTokens_keepTheEndThatTheyHave_andAreDroppedAfterIt() {
    RotationFixture stage =
        new RotationFixture(
            RotationFixture.holding(
                "{'value':'current-access-token','obtainedAt':'2026-03-01T09:00:00Z'},"
                    + "{'value':'ending-access-token','notAfter':'2026-03-01T12:00:00Z',"
                    + "'obtainedAt':'2026-02-01T09:00:00Z'},"
                    + "{'value':'ended-access-token','notAfter':'2026-03-01T11:59:59.999Z',"
                    + "'obtainedAt':'2026-02-01T09:00:00Z'}"));
    stage.rotate();

    assertThat(stage.tokens())
        .containsExactly(
            new Secret("minted-access-token-0", null),
            new Secret("current-access-token", START.plus(Duration.ofDays(1))),
            new Secret("ending-access-token", START));
  }

  @Test
  void tokens_beyondEight_areDroppedTheOldestFirst() {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(""));
    for (int run = 0; run < 10; run++) {
      stage.rotate();
      stage.makeDue();
    }

    assertThat(stage.texts())
        .hasSize(KeyRingDocument.MAX_TOKENS)
        .startsWith("minted-access-token-9", "minted-access-token-8")
        .endsWith("minted-access-token-2");
  }

  @Test
  void members_thatAreUnknown_standAsTheyAre() {
    RotationFixture stage =
        new RotationFixture(
            RotationFixture.json(
                "{'later':{'amount':1.50},'accessTokens':[{'value':'current-access-token',"
                    + "'note':[null,true],'obtainedAt':'2026-03-01T09:00:00Z'}],'webhookSecrets':[{'value':'whsec_demo','x':1}],"
                    + "'apiKey':'key','apiSecret':'secret'}"));
    stage.rotate();

    assertThat(stage.document())
        .startsWith(RotationFixture.json("{'later':{'amount':1.50},'accessTokens':["))
        .contains(RotationFixture.json("{'value':'current-access-token','note':[null,true],"))
        .endsWith(
            RotationFixture.json(
                "'webhookSecrets':[{'value':'whsec_demo','x':1}],"
                    + "'apiKey':'key','apiSecret':'secret'}"));
  }

  @Test
  void token_givenAgain_isNotStoredTwiceAndHasNoEndForVerifying() {
    RotationFixture stage = new RotationFixture(RotationFixture.holding("'token-given-again'"));
    stage.provider.answerAlways(given("token-given-again", END));
    assertThat(stage.rotate()).isEqualTo(new Renewed(END));

    stage.pass(RotationFixture.LIFETIME);
    assertThat(stage.rotate()).isEqualTo(new Current(END));
    assertThat(stage.tokens()).containsExactly(new Secret("token-given-again", null));
    assertThat(stage.store.versions()).hasSize(2);
  }

  @Test
  void earlierToken_givenAgain_isTheCurrentOneAgain() {
    RotationFixture stage =
        new RotationFixture(
            RotationFixture.holding(
                "'current-access-token',"
                    + "{'value':'token-given-again','notAfter':'2026-03-01T13:00:00Z'}"));
    stage.provider.answerAlways(given("token-given-again", END));
    stage.rotate();

    assertThat(stage.tokens())
        .containsExactly(
            new Secret("token-given-again", null), new Secret("current-access-token", null));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void provider_thatFails_leavesTheDocumentAsItWas(Reply reply, Failed expected) {
    RotationFixture stage = new RotationFixture(RotationFixture.holding("'current-access-token'"));
    stage.provider.answerAlways(reply);

    assertThat(stage.rotate()).isEqualTo(expected);
    assertThat(stage.store.versions()).hasSize(1);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(new Reply.Refused(401), new Failed(RotationFailure.PROVIDER_REFUSED, 401)),
        arguments(
            new Reply.Unusable(200), new Failed(RotationFailure.PROVIDER_RESPONSE_INVALID, 200)),
        arguments(new Reply.Unavailable(0), new Failed(RotationFailure.PROVIDER_UNAVAILABLE, 0)),
        arguments(given("too-short", END), Failed.of(RotationFailure.KEYS_INVALID)));
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
          {'accessTokens':['current-access-token']}        | NO_CREDENTIALS
          {'webhookSecrets':['whsec_demo'],'apiKey':'key'} | NO_CREDENTIALS
          {'apiSecret':'secret'}                           | NO_CREDENTIALS
          """)
  void document_thatCannotBeRenewed_isLeftAloneAndNothingIsAskedFor(
      String text, RotationFailure failure) {
    RotationFixture stage = new RotationFixture(RotationFixture.json(text));

    assertThat(stage.rotate()).isEqualTo(Failed.of(failure));
    assertThat(stage.provider.minted()).isEmpty();
    assertThat(stage.store.versions()).hasSize(1);
  }

  @Test
  void everyDocument_thatIsWritten_isOneThatReceiversTake() {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(""));
    for (int run = 0; run < 3; run++) {
      stage.rotate();
      stage.makeDue();
    }

    assertThat(stage.store.versions().stream().skip(1)).allSatisfy(KeysDocument::parse).hasSize(3);
  }

  @Test
  void keys_inWhateverHoldsThem_doNotPrint() {
    String canary = RotationFixture.holding("'canary-canary-canary'");
    KeyRingDocument ring = KeyRingDocument.parse(canary);

    assertThat(
            Stream.of(
                new StoredKeyRing("1", canary),
                ring,
                ring.current().orElseThrow(),
                RotationFixture.POLICY.token("canary-canary-canary", null, START),
                given("canary-canary-canary", END)))
        .noneMatch(holder -> holder.toString().contains("canary"));
  }

  private static Reply given(String token, @Nullable Instant end) {
    return new Reply.Issued(new Secret(token, null), end);
  }
}
