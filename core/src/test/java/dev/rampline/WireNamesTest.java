package dev.rampline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.lifecycle.DecisionName;
import dev.rampline.rotation.RotationFailure;
import dev.rampline.verification.RejectionReason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pins the names that leave the process in records, messages, log entries and metric dimensions. A
 * change of a name breaks stored records, consumers or alarms.
 */
class WireNamesTest {

  @Test
  void decisions() {
    assertThat(DecisionName.texts())
        .containsExactly(
            "state-changed",
            "fields-updated",
            "unverified",
            "conflict",
            "unrecognized",
            "metadata-only",
            "duplicate",
            "stale",
            "erased",
            "no-subject",
            "queued-for-retry",
            "deferred",
            "dead-lettered",
            "unavailable",
            "failed",
            "rejected");
  }

  @Test
  void states() {
    assertThat(Stream.of(State.values()).map(State::text))
        .containsExactly(
            "unknown",
            "awaiting-payment",
            "payment-claimed",
            "payment-received",
            "processing",
            "delivering",
            "on-hold",
            "completed",
            "failed",
            "cancelled",
            "expired",
            "refunded",
            "not-submitted",
            "submitted",
            "approved",
            "rejected",
            "retry");
  }

  @Test
  void channels() {
    assertThat(Stream.of(Channel.values()).map(Channel::text))
        .containsExactly("webhook", "api", "socket");
  }

  @Test
  void trustLevels() {
    assertThat(Stream.of(TrustLevel.values()).map(TrustLevel::text))
        .containsExactly("unverified", "signed", "fetched");
  }

  @Test
  void rejectionReasons() {
    assertThat(Stream.of(RejectionReason.values()).map(RejectionReason::text))
        .containsExactly(
            "too-large",
            "empty",
            "not-utf-8",
            "neither-string-nor-object",
            "object-without-message-or-event",
            "text-of-no-transport",
            "content-not-an-object",
            "message-of-no-transport",
            "no-key-for-transport",
            "no-key-fits",
            "token-not-canonical",
            "token-header-not-an-object",
            "token-algorithm",
            "token-extension",
            "token-time-not-a-number",
            "token-expired",
            "token-not-yet-valid",
            "signature-header-missing",
            "signature-header-wrong");
  }

  @Test
  void deliveries() {
    assertThat(Stream.of(Delivery.values()).map(Delivery::text))
        .containsExactly("none", "sent", "left-to-relay");
  }

  @Test
  void rotationFailures() {
    assertThat(Stream.of(RotationFailure.values()).map(RotationFailure::text))
        .containsExactly(
            "keys-unavailable",
            "keys-invalid",
            "no-credentials",
            "provider-rejects",
            "provider-response-invalid",
            "provider-unavailable",
            "not-stored");
  }
}
