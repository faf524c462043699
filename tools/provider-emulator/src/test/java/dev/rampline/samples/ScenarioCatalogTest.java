package dev.rampline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Decision;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.lifecycle.LookupScope;
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

class ScenarioCatalogTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ScenarioCatalog CATALOG = new ScenarioCatalog();

  @ParameterizedTest
  @CsvSource({
    "buy-card, completed, state-changed state-changed state-changed state-changed",
    "buy-bank-transfer, completed, state-changed metadata-only state-changed state-changed state-changed state-changed",
    "buy-failed, failed, state-changed state-changed state-changed",
    "buy-cancelled, cancelled, state-changed metadata-only state-changed",
    "buy-expired, expired, state-changed metadata-only state-changed",
    "buy-refund, refunded, state-changed state-changed state-changed state-changed",
    "sell, completed, state-changed metadata-only state-changed state-changed state-changed state-changed",
    "sell-on-hold, completed, state-changed metadata-only state-changed state-changed state-changed state-changed",
    "sell-refund, refunded, state-changed metadata-only state-changed state-changed state-changed state-changed",
    "sell-cancelled, cancelled, state-changed metadata-only state-changed",
    "kyc-approved, approved, state-changed state-changed",
    "kyc-rejected, rejected, state-changed state-changed",
    "kyc-retry, approved, state-changed state-changed state-changed state-changed state-changed",
    "kyc-withdrawn, rejected, state-changed state-changed state-changed"
  })
  void scenario_leadsToItsState(String name, String state, String decisions) {
    Outcome outcome = Outcome.of(ScenarioCatalog.find(name, CATALOG.scenarios()).orElseThrow());

    assertThat(outcome.decisions()).isEqualTo(decisions);
    assertThat(outcome.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "duplicate, completed, state-changed duplicate state-changed duplicate state-changed duplicate",
    "out-of-order, completed, state-changed state-changed stale",
    "conflict, completed, state-changed state-changed state-changed conflict"
  })
  void faultScenario_leadsToItsState(String name, String state, String decisions) {
    Outcome outcome =
        Outcome.of(ScenarioCatalog.find(name, CATALOG.faultScenarios()).orElseThrow());

    assertThat(outcome.decisions()).isEqualTo(decisions);
    assertThat(outcome.state()).isEqualTo(state);
  }

  @Test
  void catalog_hasUniqueNamesAndOneLineDescriptions() {
    List<SampleScenario> all = new ArrayList<>(CATALOG.scenarios());
    all.addAll(CATALOG.faultScenarios());

    assertThat(all).extracting(SampleScenario::name).doesNotHaveDuplicates().hasSize(20);
    assertThat(all).extracting(SampleScenario::description).allMatch(text -> text.length() <= 60);
  }

  @Test
  void freshSubjects_areUnique() {
    SampleScenario scenario = CATALOG.scenarios().getFirst();
    Random random = new Random(1);

    assertThat(scenario.newSubject(random)).isNotEqualTo(scenario.newSubject(random));
  }

  /**
   * The receiver's result for a scenario.
   *
   * @param decisions the decision for each event
   * @param state the last state
   */
  private record Outcome(String decisions, String state) {
    static Outcome of(SampleScenario scenario) {
      SampleSubject subject = scenario.newSubject(new Random(1));
      List<String> decisions = new ArrayList<>();
      LedgerRecord record = null;
      for (SampleStep step : scenario.forSubject(subject, NOW, Duration.ZERO)) {
        Decision decision = decision(record, step.event());
        decisions.add(decision.text());
        record = decision.nextRecord().orElse(record);
      }
      return new Outcome(
          String.join(" ", decisions), Objects.requireNonNull(record).state().text());
    }

    private static Decision decision(@Nullable LedgerRecord record, SampleEvent event) {
      Json.Obj payload = (Json.Obj) JsonReader.read(event.payload()).orElseThrow();
      DecodingResult decoding =
          new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of())
              .decode(payload, EventMetadata.ofWebhook(NOW, null));
      VerifiedEvent verified = ((DecodingResult.WithEvent) decoding).event();
      return Lifecycle.decide(record, verified, LookupScope.CONFIRM);
    }
  }
}
