package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.LedgerRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests when a customer is checked: as long as a webhook may have been lost. */
class KycDueCheckTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
  private static final Instant SOON = NOW.plus(Duration.ofMinutes(5));

  @Test
  void confirmed_approval_is_checked_because_it_may_be_withdrawn() {
    LedgerRecord approved = next(null, "APPROVED", ",\"timestamp\":\"2026-03-01T10:00:00Z\"");

    assertThat(approved.currentStatus().confirmed()).isTrue();
    assertThat(approved.pendingChecks().nextCheckAt()).isEqualTo(SOON);
  }

  @Test
  void timed_submission_of_a_known_customer_keeps_the_next_check() {
    LedgerRecord known = knownCustomer();
    LedgerRecord submitted = next(known, "SUBMITTED", ",\"timestamp\":\"2026-03-01T11:00:00Z\"");

    assertThat(submitted.pendingChecks().nextCheckAt()).isEqualTo(TOMORROW);
  }

  @Test
  void timed_verdict_on_a_known_customer_is_checked_soon() {
    LedgerRecord known = knownCustomer();
    LedgerRecord rejected = next(known, "REJECTED", ",\"timestamp\":\"2026-03-01T11:00:00Z\"");

    assertThat(rejected.pendingChecks().nextCheckAt()).isEqualTo(SOON);
  }

  @Test
  void untimed_event_about_a_known_customer_is_checked_soon() {
    LedgerRecord rejected = next(knownCustomer(), "REJECTED", "");

    assertThat(rejected.currentStatus().confirmed()).isFalse();
    assertThat(rejected.pendingChecks().nextCheckAt()).isEqualTo(SOON);
  }

  private static LedgerRecord knownCustomer() {
    return next(null, "APPROVED", ",\"timestamp\":\"2026-03-01T10:00:00Z\"")
        .withNextCheckAt(NOW, TOMORROW);
  }

  private static LedgerRecord next(@Nullable LedgerRecord record, String status, String time) {
    String payload =
        "{\"eventName\":\"KYC_STATUS_CHANGED\",\"partnerCustomerId\":\"1\",\"kycStatus\":\"%s\"%s}"
            .formatted(status, time);
    return Lifecycle.decide(record, event(payload), LookupScope.CONFIRM).nextRecord().orElseThrow();
  }

  private static VerifiedEvent event(String payload) {
    Json json = JsonReader.read(payload.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    DecodingResult decoding =
        new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of())
            .decode((Json.Obj) json, EventMetadata.ofWebhook(NOW, null));
    return ((DecodingResult.WithEvent) decoding).event();
  }
}
