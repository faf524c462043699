package dev.rampline.consuming;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Events of the provider. */
final class ProviderEvents {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private static final EventFields SMALL = amount("100");

  private ProviderEvents() {}

  static VerifiedEvent signed(Subject subject, State state) {
    return event(subject, state, SMALL, EventMetadata.ofWebhook(AT, null));
  }

  static VerifiedEvent ofAmount(Subject subject, State state, String fiatAmount) {
    return event(subject, state, amount(fiatAmount), EventMetadata.ofWebhook(AT, null));
  }

  static VerifiedEvent withWallet(Subject subject, State state) {
    EventFields fields = new EventFields(Map.of("walletAddress", "0x1"), Set.of());
    return event(subject, state, fields, EventMetadata.ofWebhook(AT, null));
  }

  static VerifiedEvent fetched(Subject subject, State state, long requestedAtVersion) {
    return event(
        subject, state, EventFields.NONE, EventMetadata.ofLookup(AT, requestedAtVersion, false));
  }

  static UnverifiedEvent unverified(Subject subject, State state) {
    return new UnverifiedEvent(subject, state, Channel.SOCKET, AT);
  }

  private static EventFields amount(String fiatAmount) {
    return new EventFields(Map.of("fiatAmount", fiatAmount), Set.of());
  }

  private static VerifiedEvent event(
      Subject subject, State state, EventFields fields, EventMetadata metadata) {
    StatusReport report = new StatusReport(state, null, null, null, state.name());
    return new VerifiedEvent(subject, report, fields, null, metadata);
  }
}
