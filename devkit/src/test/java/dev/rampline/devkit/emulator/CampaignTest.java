package dev.rampline.devkit.emulator;

import static dev.rampline.devkit.emulator.ChannelFaults.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CampaignTest {
  private static final ProviderKeys KEYS = new ProviderKeys("demo-access-token", "whsec_demo");
  private static final Campaign CAMPAIGN = Campaign.planned(400, 1, KEYS, USUAL);

  @Test
  void planned_withOneSeed_isTheSameToTheByte() {
    Campaign again = Campaign.planned(400, 1, KEYS, USUAL);

    assertThat(again.stories()).isEqualTo(CAMPAIGN.stories());
    assertThat(bodies(again)).isEqualTo(bodies(CAMPAIGN));
  }

  @Test
  void planned_withAnotherSeed_isAnother() {
    assertThat(Campaign.planned(400, 2, KEYS, USUAL).stories()).isNotEqualTo(CAMPAIGN.stories());
  }

  @Test
  void stories_ofALongCampaign_areOfEveryKind() {
    assertThat(CAMPAIGN.stories().stream().map(Story::kind).distinct())
        .hasSize(BuyStories.ALL.size() + SellStories.ALL.size() + 6);
  }

  @Test
  void stories_each_areAboutASubjectOfTheirOwn() {
    assertThat(CAMPAIGN.stories())
        .extracting(story -> story.truth().subject())
        .doesNotHaveDuplicates();
  }

  @Test
  void words_ofACustomerThatMayOvertakeEachOther_bearATime() {
    assertThat(CAMPAIGN.stories())
        .filteredOn(story -> story.truth().subject().startsWith("kyc/") && !story.inOrder())
        .isNotEmpty()
        .allSatisfy(
            story ->
                assertThat(story.words())
                    .allSatisfy(word -> assertThat(word.payload()).contains("timestamp")));
  }

  @Test
  void postings_ofALongCampaign_areRepeatedForgedAndBurst() {
    List<Posting> postings = postings(CAMPAIGN).toList();

    assertThat(postings).anyMatch(posting -> !posting.genuine());
    assertThat(postings).anyMatch(posting -> posting.unheard() > 0);
    assertThat(lanes(CAMPAIGN)).anyMatch(lane -> lane.steps().getFirst().size() > 3);
    assertThat(postings).hasSize((int) CAMPAIGN.postings());
  }

  @Test
  void mark_ofForgeries_standsInNoStory() {
    assertThat(CAMPAIGN.stories().toString()).doesNotContain(Campaign.forgeryMark());
  }

  @Test
  void planned_withoutAWebhookSecret_signsTokensAlone() {
    Campaign tokens = Campaign.planned(50, 1, new ProviderKeys("demo-access-token", null), USUAL);

    assertThat(postings(tokens).filter(Posting::genuine))
        .allSatisfy(posting -> assertThat(posting.body().apply(0).body()).contains("eyJhbGci"));
  }

  private static Stream<Lane> lanes(Campaign campaign) {
    return campaign.acts().stream()
        .flatMap(act -> act instanceof Act.Posts(Lane lane) ? Stream.of(lane) : Stream.empty());
  }

  private static Stream<Posting> postings(Campaign campaign) {
    return lanes(campaign).flatMap(lane -> lane.steps().stream()).flatMap(List::stream);
  }

  private static String bodies(Campaign campaign) {
    return postings(campaign)
        .map(posting -> posting.body().apply(0).body())
        .collect(Collectors.joining("\n"));
  }
}
