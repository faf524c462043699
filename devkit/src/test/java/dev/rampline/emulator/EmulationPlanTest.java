package dev.rampline.emulator;

import static dev.rampline.emulator.ChannelFaults.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

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
        .hasSize(BuyScenarios.ALL.size() + SellScenarios.ALL.size() + 6);
  }

  @Test
  void scenarios_haveUniqueSubjects() {
    assertThat(CAMPAIGN.scenarios())
        .extracting(story -> story.expected().subject())
        .doesNotHaveDuplicates();
  }

  @Test
  void kycEvents_thatMayBeReordered_haveATime() {
    assertThat(CAMPAIGN.scenarios())
        .filteredOn(story -> story.expected().subject().startsWith("kyc/") && !story.isOrdered())
        .isNotEmpty()
        .allSatisfy(
            story ->
                assertThat(story.events())
                    .allSatisfy(word -> assertThat(word.payload()).contains("timestamp")));
  }

  @Test
  void webhooks_ofALargePlan_includeDuplicatesForgeriesAndBursts() {
    List<PlannedWebhook> postings = postings(CAMPAIGN).toList();

    assertThat(postings).anyMatch(posting -> !posting.genuine());
    assertThat(postings).anyMatch(posting -> posting.lostResponses() > 0);
    assertThat(lanes(CAMPAIGN)).anyMatch(lane -> lane.steps().getFirst().size() > 3);
    assertThat(postings).hasSize((int) CAMPAIGN.webhookCount());
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

  private static Stream<OrderedBatch> lanes(EmulationPlan campaign) {
    return campaign.actions().stream()
        .flatMap(
            act ->
                act instanceof EmulatorAction.SendWebhooks(OrderedBatch lane)
                    ? Stream.of(lane)
                    : Stream.empty());
  }

  private static Stream<PlannedWebhook> postings(EmulationPlan campaign) {
    return lanes(campaign).flatMap(lane -> lane.steps().stream()).flatMap(List::stream);
  }

  private static String bodies(EmulationPlan campaign) {
    return postings(campaign)
        .map(posting -> posting.body().apply(0).body())
        .collect(Collectors.joining("\n"));
  }
}
