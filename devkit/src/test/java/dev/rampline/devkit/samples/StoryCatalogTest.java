package dev.rampline.devkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.Decoding;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Decision;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryCatalogTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final StoryCatalog CATALOG = new StoryCatalog();

  @ParameterizedTest
  @CsvSource({
    "buy-card, completed, advanced advanced advanced advanced",
    "buy-bank-transfer, completed, advanced noted advanced advanced advanced advanced",
    "buy-failed, failed, advanced advanced advanced",
    "buy-cancelled, cancelled, advanced noted advanced",
    "buy-expired, expired, advanced noted advanced",
    "buy-refund, refunded, advanced advanced advanced advanced",
    "sell, completed, advanced noted advanced advanced advanced advanced",
    "sell-on-hold, completed, advanced noted advanced advanced advanced advanced",
    "sell-refund, refunded, advanced noted advanced advanced advanced advanced",
    "sell-cancelled, cancelled, advanced noted advanced",
    "kyc-approved, approved, advanced advanced",
    "kyc-rejected, rejected, advanced advanced",
    "kyc-retry, approved, advanced advanced advanced advanced advanced",
    "kyc-withdrawn, rejected, advanced advanced advanced"
  })
  void story_asItIsTold_leadsToItsEnd(String name, String end, String decisions) {
    Life life = Life.of(StoryCatalog.named(name, CATALOG.stories()).orElseThrow());

    assertThat(life.decisions()).isEqualTo(decisions);
    assertThat(life.state()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "twice, completed, advanced duplicate advanced duplicate advanced duplicate",
    "late, completed, advanced advanced stale",
    "contradiction, completed, advanced advanced advanced conflict"
  })
  void mishap_asItIsTold_doesNoHarm(String name, String end, String decisions) {
    Life life = Life.of(StoryCatalog.named(name, CATALOG.mishaps()).orElseThrow());

    assertThat(life.decisions()).isEqualTo(decisions);
    assertThat(life.state()).isEqualTo(end);
  }

  @Test
  void catalog_toldApart_listsEachNameOnceAndDescribesItOnALine() {
    List<SampleStory> all = new ArrayList<>(CATALOG.stories());
    all.addAll(CATALOG.mishaps());

    assertThat(all).extracting(SampleStory::name).doesNotHaveDuplicates().hasSize(20);
    assertThat(all).extracting(SampleStory::description).allMatch(text -> text.length() <= 60);
  }

  @Test
  void freshSubjects_areDifferentEachTime() {
    SampleStory story = CATALOG.stories().getFirst();
    Random random = new Random(1);

    assertThat(story.freshSubject(random)).isNotEqualTo(story.freshSubject(random));
  }

  /**
   * What the receiver makes of a story.
   *
   * @param decisions by what it is told
   * @param state at its end
   */
  private record Life(String decisions, String state) {
    static Life of(SampleStory story) {
      SampleSubject subject = story.freshSubject(new Random(1));
      List<String> decisions = new ArrayList<>();
      LedgerRecord record = null;
      for (SampleStep step : story.about(subject, NOW, Duration.ZERO)) {
        Decision decision = decision(record, step.event());
        decisions.add(decision.text());
        record = decision.next().orElse(record);
      }
      return new Life(String.join(" ", decisions), Objects.requireNonNull(record).state().text());
    }

    private static Decision decision(@Nullable LedgerRecord record, SampleEvent event) {
      Json.Obj payload = (Json.Obj) JsonReader.read(event.payload()).orElseThrow();
      Decoding decoding =
          new WebhookDecoder(Set.of()).decode(payload, Reception.ofWebhook(NOW, null));
      Observation observation = ((Decoding.Observed) decoding).observation();
      return Lifecycle.decide(record, observation);
    }
  }
}
