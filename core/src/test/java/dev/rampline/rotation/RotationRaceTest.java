package dev.rampline.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.rotation.SteppedStore.Fate.Turn;
import dev.rampline.rotation.Turns.Choice;
import dev.rampline.rotation.Turns.Run;
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
  private static final List<Turn> TURNS = List.of(Turn.values());
  private static final String ADDED = "\"webhookSecrets\":[\"operators-secret\"],";
  private static final String SEEDED = "'token-put-by-hand'";

  @Test
  void twoRuns_inEveryOrder_loseNoToken() {
    assertThat(EveryOrder.of(choice -> race(2, choice))).isGreaterThan(100);
  }

  @Test
  void twoRuns_inEveryOrderWhereAnyFirstReplacementFails_loseNoToken() {
    for (Turn fault : List.of(Turn.FAILS, Turn.ANSWER_IS_LOST)) {
      assertThat(EveryOrder.of(choice -> race(2, choice, fault))).isGreaterThan(100);
    }
  }

  @Test
  void fourRuns_inManyOrdersWithFaults_loseNoToken() {
    for (int seed = 0; seed < RANDOM_ORDERS; seed++) {
      Random random = new Random(seed);
      Turn[] faults = {turn(random), turn(random), turn(random), turn(random)};
      race(4, random::nextInt, faults);
    }
  }

  @Test
  void operator_whoAddsASecretMeanwhile_losesNothingInAnyOrder() {
    EveryOrder.of(
        choice -> {
          RotationStage stage = new RotationStage(RotationStage.holding(SEEDED));
          Turns.take(List.of(rotating(stage), addingSecret(stage)), choice);

          assertThat(stage.document()).contains("operators-secret");
          assertThat(stage.texts()).contains("minted-access-token-0");
        });
  }

  @Test
  void tokenObtainedEarlier_andStoredLater_standsBehindTheNewerOne() {
    RotationStage stage = new RotationStage(RotationStage.holding(SEEDED));
    AccessToken early =
        RotationStage.POLICY.token("token-obtained-early", null, RotationStage.START);
    stage.pass(RotationStage.POLICY.margin());
    stage.rotate();

    RingDocument ring = RingDocument.parse(stage.document());
    String merged = ring.with(early, RotationStage.POLICY, RotationStage.START);

    assertThat(KeysDocument.parse(merged).keys().accessTokens())
        .extracting(Secret::text)
        .containsExactly("minted-access-token-0", "token-obtained-early", "token-put-by-hand");
  }

  private static void race(int runs, Choice choice, Turn... faults) {
    RotationStage stage = new RotationStage(RotationStage.holding(SEEDED));
    Deque<Turn> fates = new ArrayDeque<>(Arrays.asList(faults));
    List<RotationResult> results = new ArrayList<>();
    Run run = awaitTurn -> results.add(rotate(stage, awaitTurn, fates));
    Turns.take(Collections.nCopies(runs, run), choice);

    assertThat(results).hasSize(runs);
    assertThat(results).filteredOn(Renewed.class::isInstance).hasSize(minted(stage).size());
    assertThat(stage.texts()).containsAll(minted(stage)).contains("token-put-by-hand");
    assertNoneWasLost(stage);
  }

  private static Run rotating(RotationStage stage) {
    return awaitTurn -> rotate(stage, awaitTurn, new ArrayDeque<>());
  }

  private static RotationResult rotate(RotationStage stage, Runnable awaitTurn, Deque<Turn> fates) {
    SteppedStore store =
        new SteppedStore(
            stage.store, awaitTurn, () -> fates.isEmpty() ? Turn.GOES_WELL : fates.pop());
    TokenProvider provider =
        (apiKey, apiSecret, deadline) -> {
          awaitTurn.run();
          return stage.provider.mint(apiKey, apiSecret, deadline);
        };
    return stage.over(store, provider).rotate(stage.deadline());
  }

  private static Run addingSecret(RotationStage stage) {
    return awaitTurn ->
        stage.store.put(stage.document().replace("\"apiKey\"", ADDED + "\"apiKey\""));
  }

  private static Set<String> minted(RotationStage stage) {
    return new LinkedHashSet<>(stage.provider.minted());
  }

  private static void assertNoneWasLost(RotationStage stage) {
    Set<String> stored = new LinkedHashSet<>();
    for (String version : stage.store.versions()) {
      assertThat(stored).allMatch(version::contains);
      KeysDocument.parse(version).keys().accessTokens().forEach(key -> stored.add(key.text()));
    }
  }

  private static Turn turn(Random random) {
    return TURNS.get(random.nextInt(TURNS.size()));
  }
}
