package dev.rampline.devkit.consuming;

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

/** What the provider says. */
final class Words {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private Words() {}

  static VerifiedEvent signed(Subject subject, State state) {
    return word(subject, state, EventFields.NONE, EventMetadata.ofWebhook(AT, null));
  }

  static VerifiedEvent withWallet(Subject subject, State state) {
    EventFields details = new EventFields(Map.of("walletAddress", "0x1"), Set.of());
    return word(subject, state, details, EventMetadata.ofWebhook(AT, null));
  }

  static VerifiedEvent fetched(Subject subject, State state, long askedAtVersion) {
    return word(
        subject, state, EventFields.NONE, EventMetadata.ofLookup(AT, askedAtVersion, false));
  }

  static UnverifiedEvent claimed(Subject subject, State state) {
    return new UnverifiedEvent(subject, state, Channel.SOCKET, AT);
  }

  private static VerifiedEvent word(
      Subject subject, State state, EventFields details, EventMetadata reception) {
    StatusReport word = new StatusReport(state, null, null, null, state.name());
    return new VerifiedEvent(subject, word, details, null, reception);
  }
}
