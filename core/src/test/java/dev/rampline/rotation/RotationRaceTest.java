package dev.rampline.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.rotation.InterleavedKeyRingStore.FaultPlan.Outcome;
import dev.rampline.rotation.InterleavedRuns.Choice;
import dev.rampline.rotation.InterleavedRuns.Run;
import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.Secret;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Interleaves concurrent runs: no stored token is ever lost. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RotationRaceTest {
  private static final int RANDOM_ORDERS = 1_000;
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  private static final String ADDED = "\"webhookSecrets\":[\"operators-secret\"],";
  private static final String MANUAL_TOKEN = "'manual-access-token'";

  @Test
  void twoRuns_inEveryOrder_loseNoToken() {
    assertThat(ExhaustiveInterleavings.of(choice -> race(2, choice))).isGreaterThan(100);
  }

  @Tag("exhaustive")
  @Test
  void twoRuns_inEveryOrderWhereAnyFirstReplacementFails_loseNoToken() {
    for (Outcome fault : List.of(Outcome.FAILS, Outcome.RESPONSE_LOST)) {
      assertThat(ExhaustiveInterleavings.of(choice -> race(2, choice, fault))).isGreaterThan(100);
    }
  }

  @Tag("exhaustive")
  @Test
  void fourRuns_inManyOrdersWithFaults_loseNoToken() {
    for (int seed = 0; seed < RANDOM_ORDERS; seed++) {
      Random random = new Random(seed);
      Outcome[] faults = {turn(random), turn(random), turn(random), turn(random)};
      race(4, random::nextInt, faults);
    }
  }

  @Test
  void operatorAddingASecret_losesNothingInAnyOrder() {
    ExhaustiveInterleavings.of(
        choice -> {
          RotationFixture fixture = new RotationFixture(RotationFixture.containing(MANUAL_TOKEN));
          InterleavedRuns.runAll(List.of(rotationRun(fixture), addSecretRun(fixture)), choice);

          assertThat(fixture.document()).contains("operators-secret");
          assertThat(fixture.texts()).contains("issued-access-token-0");
        });
  }

  @Test
  void tokenIssuedEarlierButStoredLater_isBehindTheNewerOne() {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(MANUAL_TOKEN));
    AccessToken early =
        RotationFixture.POLICY.token("token-obtained-early", null, RotationFixture.START);
    fixture.advanceClock(RotationFixture.POLICY.renewBefore());
    fixture.rotate();

    KeyRingDocument ring = KeyRingDocument.parse(fixture.document());
    String merged = ring.with(early, RotationFixture.POLICY, RotationFixture.START);

    assertThat(KeysDocument.parse(merged).keys().accessTokens())
        .extracting(Secret::text)
        .containsExactly("issued-access-token-0", "token-obtained-early", "manual-access-token");
  }

  private static void race(int runs, Choice choice, Outcome... faults) {
    RotationFixture fixture = new RotationFixture(RotationFixture.containing(MANUAL_TOKEN));
    Deque<Outcome> outcomes = new ArrayDeque<>(Arrays.asList(faults));
    List<RotationResult> results = new ArrayList<>();
    Run run = awaitTurn -> results.add(rotate(fixture, awaitTurn, outcomes));
    InterleavedRuns.runAll(Collections.nCopies(runs, run), choice);

    assertThat(results).hasSize(runs);
    assertThat(results).filteredOn(Renewed.class::isInstance).hasSize(issued(fixture).size());
    assertThat(fixture.texts()).containsAll(issued(fixture)).contains("manual-access-token");
    assertNoneWasLost(fixture);
  }

  private static Run rotationRun(RotationFixture fixture) {
    return awaitTurn -> rotate(fixture, awaitTurn, new ArrayDeque<>());
  }

  private static RotationResult rotate(
      RotationFixture fixture, Runnable awaitTurn, Deque<Outcome> outcomes) {
    InterleavedKeyRingStore store =
        new InterleavedKeyRingStore(
            fixture.store, awaitTurn, () -> outcomes.isEmpty() ? Outcome.SUCCEEDS : outcomes.pop());
    TokenProvider provider =
        (apiKey, apiSecret, deadline) -> {
          awaitTurn.run();
          return fixture.provider.requestToken(apiKey, apiSecret, deadline);
        };
    return fixture.over(store, provider).rotate(fixture.deadline());
  }

  private static Run addSecretRun(RotationFixture fixture) {
    return awaitTurn -> fixture.store.put("{" + ADDED + fixture.document().substring(1));
  }

  private static Set<String> issued(RotationFixture fixture) {
    return new LinkedHashSet<>(fixture.provider.issued());
  }

  private static void assertNoneWasLost(RotationFixture fixture) {
    Set<String> stored = new LinkedHashSet<>();
    for (String version : fixture.store.versions()) {
      assertThat(stored).allMatch(version::contains);
      KeysDocument.parse(version).keys().accessTokens().forEach(key -> stored.add(key.text()));
    }
  }

  private static Outcome turn(Random random) {
    return OUTCOMES.get(random.nextInt(OUTCOMES.size()));
  }
}
