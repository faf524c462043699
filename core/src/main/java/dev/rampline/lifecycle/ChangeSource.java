package dev.rampline.lifecycle;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LastChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The word behind a change, as far as the message tells of it. */
record ChangeSource(
    Subject subject,
    @Nullable String eventName,
    @Nullable String rawStatus,
    @Nullable Instant occurredAt,
    EventMetadata metadata) {

  static ChangeSource of(VerifiedEvent observation) {
    return new ChangeSource(
        observation.subject(),
        observation.status().eventName(),
        observation.status().rawStatus(),
        observation.occurredAt(),
        observation.metadata());
  }

  static ChangeSource of(UnverifiedEvent claim) {
    EventMetadata reception =
        new EventMetadata(
            claim.channel(), TrustLevel.UNVERIFIED, claim.receivedAt(), null, false, null);
    return new ChangeSource(claim.subject(), null, null, null, reception);
  }

  LastChange lastChange(String decision, @Nullable State previousState) {
    return new LastChange(
        decision,
        previousState,
        eventName,
        rawStatus,
        metadata.channel(),
        metadata.trust(),
        occurredAt,
        metadata.receivedAt(),
        metadata.backfill(),
        metadata.trace());
  }
}
