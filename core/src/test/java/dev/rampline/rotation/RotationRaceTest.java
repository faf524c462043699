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
import org.junit.jupiter.api.Test;

/** Runs side by side, stopped before each of their calls: no token that was stored is ever lost. */
class RotationRaceTest {
  private static final int RANDOM_ORDERS = 1_000;
  private static final List<Outcome> TURNS = List.of(Outcome.values());
  private static final String ADDED = "\"webhookSecrets\":[\"operators-secret\"],";
  private static final String SEEDED = "'token-put-by-hand'";

  @Test
  void twoRuns_inEveryOrder_loseNoToken() {
    assertThat(ExhaustiveInterleavings.of(choice -> race(2, choice))).isGreaterThan(100);
  }

  @Test
  void twoRuns_inEveryOrderWhereAnyFirstReplacementFails_loseNoToken() {
    for (Outcome fault : List.of(Outcome.FAILS, Outcome.RESPONSE_LOST)) {
      assertThat(ExhaustiveInterleavings.of(choice -> race(2, choice, fault))).isGreaterThan(100);
    }
  }

  @Test
  void fourRuns_inManyOrdersWithFaults_loseNoToken() {
    for (int seed = 0; seed < RANDOM_ORDERS; seed++) {
      Random random = new Random(seed);
      Outcome[] faults = {turn(random), turn(random), turn(random), turn(random)};
      race(4, random::nextInt, faults);
    }
  }

  @Test
  void operator_whoAddsASecretMeanwhile_losesNothingInAnyOrder() {
    ExhaustiveInterleavings.of(
        choice -> {
          RotationFixture stage = new RotationFixture(RotationFixture.holding(SEEDED));
          InterleavedRuns.runAll(List.of(rotating(stage), addingSecret(stage)), choice);

          assertThat(stage.document()).contains("operators-secret");
          assertThat(stage.texts()).contains("minted-access-token-0");
        });
  }

  @Test
  void tokenObtainedEarlier_andStoredLater_standsBehindTheNewerOne() {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(SEEDED));
    AccessToken early =
        RotationFixture.POLICY.token("token-obtained-early", null, RotationFixture.START);
    stage.pass(RotationFixture.POLICY.renewBefore());
    stage.rotate();

    KeyRingDocument ring = KeyRingDocument.parse(stage.document());
    String merged = ring.with(early, RotationFixture.POLICY, RotationFixture.START);

    assertThat(KeysDocument.parse(merged).keys().accessTokens())
        .extracting(Secret::text)
        .containsExactly("minted-access-token-0", "token-obtained-early", "token-put-by-hand");
  }

  private static void race(int runs, Choice choice, Outcome... faults) {
    RotationFixture stage = new RotationFixture(RotationFixture.holding(SEEDED));
    Deque<Outcome> fates = new ArrayDeque<>(Arrays.asList(faults));
    List<RotationResult> results = new ArrayList<>();
    Run run = awaitTurn -> results.add(rotate(stage, awaitTurn, fates));
    InterleavedRuns.runAll(Collections.nCopies(runs, run), choice);

    assertThat(results).hasSize(runs);
    assertThat(results).filteredOn(Renewed.class::isInstance).hasSize(minted(stage).size());
    assertThat(stage.texts()).containsAll(minted(stage)).contains("token-put-by-hand");
    assertNoneWasLost(stage);
  }

  private static Run rotating(RotationFixture stage) {
    return awaitTurn -> rotate(stage, awaitTurn, new ArrayDeque<>());
  }

  private static RotationResult rotate(
      RotationFixture stage, Runnable awaitTurn, Deque<Outcome> fates) {
    InterleavedKeyRingStore store =
        new InterleavedKeyRingStore(
            stage.store, awaitTurn, () -> fates.isEmpty() ? Outcome.SUCCEEDS : fates.pop());
    TokenProvider provider =
        (apiKey, apiSecret, deadline) -> {
          awaitTurn.run();
          return stage.provider.requestToken(apiKey, apiSecret, deadline);
        };
    return stage.over(store, provider).rotate(stage.deadline());
  }

  private static Run addingSecret(RotationFixture stage) {
    return awaitTurn ->
        stage.store.put(stage.document().replace("\"apiKey\"", ADDED + "\"apiKey\""));
  }

  private static Set<String> minted(RotationFixture stage) {
    return new LinkedHashSet<>(stage.provider.minted());
  }

  private static void assertNoneWasLost(RotationFixture stage) {
    Set<String> stored = new LinkedHashSet<>();
    for (String version : stage.store.versions()) {
      assertThat(stored).allMatch(version::contains);
      KeysDocument.parse(version).keys().accessTokens().forEach(key -> stored.add(key.text()));
    }
  }

  private static Outcome turn(Random random) {
    return TURNS.get(random.nextInt(TURNS.size()));
  }
}
