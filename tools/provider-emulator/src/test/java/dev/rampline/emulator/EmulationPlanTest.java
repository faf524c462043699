package dev.rampline.emulator;

import static dev.rampline.emulator.ChannelFaults.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.testkit.provider.KycLifeCycle;
import dev.rampline.testkit.provider.OrderLifeCycle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmulationPlanTest {
  private static final ProviderKeys KEYS = new ProviderKeys("demo-access-token", "whsec_demo");
  private static final EmulationPlan CAMPAIGN = EmulationPlan.generate(400, 1, KEYS, DEFAULT);

  @Test
  void plan_withEqualSeeds_isEqual() {
    EmulationPlan again = EmulationPlan.generate(400, 1, KEYS, DEFAULT);

    assertThat(again.scenarios()).isEqualTo(CAMPAIGN.scenarios());
    assertThat(bodies(again)).isEqualTo(bodies(CAMPAIGN));
  }

  @Test
  void plan_withAnotherSeed_isDifferent() {
    assertThat(EmulationPlan.generate(400, 2, KEYS, DEFAULT).scenarios())
        .isNotEqualTo(CAMPAIGN.scenarios());
  }

  @Test
  void scenarios_ofALargePlan_includeEveryKind() {
    assertThat(CAMPAIGN.scenarios().stream().map(EmulatedScenario::kind).distinct())
        .hasSize(
            OrderLifeCycle.ALL.size()
                + KycLifeCycle.ALL.size()
                + KycLifeCycle.WITHOUT_RECURRENCE.size());
  }

  @Test
  void scenarios_haveUniqueSubjects() {
    assertThat(CAMPAIGN.scenarios())
        .extracting(scenario -> scenario.expected().subject())
        .doesNotHaveDuplicates();
  }

  @Test
  void kycEvents_thatMayBeReordered_haveATime() {
    assertThat(CAMPAIGN.scenarios())
        .filteredOn(
            scenario -> scenario.expected().subject().startsWith("kyc/") && !scenario.isOrdered())
        .isNotEmpty()
        .allSatisfy(
            scenario ->
                assertThat(scenario.events())
                    .allSatisfy(event -> assertThat(event.payload()).contains("timestamp")));
  }

  @Test
  void webhooks_ofALargePlan_includeDuplicatesForgeriesAndBursts() {
    List<PlannedWebhook> webhooks = postings(CAMPAIGN).toList();

    assertThat(webhooks).anyMatch(posting -> !posting.genuine());
    assertThat(webhooks).anyMatch(posting -> posting.lostResponses() > 0);
    assertThat(lanes(CAMPAIGN)).anyMatch(batch -> batch.steps().getFirst().size() > 3);
    assertThat(webhooks).hasSize((int) CAMPAIGN.webhookCount());
  }

  @Test
  void forgeryMark_isInNoScenario() {
    assertThat(CAMPAIGN.scenarios().toString()).doesNotContain(EmulationPlan.forgeryMark());
  }

  @Test
  void plan_withoutAWebhookSecret_usesOnlyTokens() {
    EmulationPlan tokens =
        EmulationPlan.generate(50, 1, new ProviderKeys("demo-access-token", null), DEFAULT);

    assertThat(postings(tokens).filter(PlannedWebhook::genuine))
        .allSatisfy(posting -> assertThat(posting.body().apply(0).body()).contains("eyJhbGci"));
  }

  private static Stream<OrderedBatch> lanes(EmulationPlan plan) {
    return plan.actions().stream()
        .flatMap(
            action ->
                action instanceof EmulatorAction.SendWebhooks(OrderedBatch batch)
                    ? Stream.of(batch)
                    : Stream.empty());
  }

  private static Stream<PlannedWebhook> postings(EmulationPlan plan) {
    return lanes(plan).flatMap(batch -> batch.steps().stream()).flatMap(List::stream);
  }

  private static String bodies(EmulationPlan plan) {
    return postings(plan)
        .map(posting -> posting.body().apply(0).body())
        .collect(Collectors.joining("\n"));
  }
}
