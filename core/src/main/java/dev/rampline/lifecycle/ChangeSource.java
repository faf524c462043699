package dev.rampline.lifecycle;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LastChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The event behind a change, as far as the message shows it. */
record ChangeSource(
    Subject subject,
    @Nullable String eventName,
    @Nullable String rawStatus,
    @Nullable Instant occurredAt,
    EventMetadata metadata) {

  static ChangeSource of(VerifiedEvent event) {
    return new ChangeSource(
        event.subject(),
        event.status().eventName(),
        event.status().rawStatus(),
        event.occurredAt(),
        event.metadata().withoutRequest());
  }

  static ChangeSource of(UnverifiedEvent event) {
    return new ChangeSource(
        event.subject(),
        null,
        null,
        null,
        EventMetadata.ofUnverified(event.channel(), event.receivedAt()));
  }

  /**
   * Returns the same source of a change of another record.
   *
   * @param isNamed whether the event names it; if not, only signed events link it to the subject
   */
  ChangeSource about(Subject other, boolean isNamed) {
    return new ChangeSource(
        other, eventName, rawStatus, occurredAt, isNamed ? metadata : metadata.throughSignedLink());
  }

  LastChange lastChange(String decision, @Nullable State previousState) {
    return new LastChange(decision, previousState, eventName, rawStatus, occurredAt, metadata);
  }
}
