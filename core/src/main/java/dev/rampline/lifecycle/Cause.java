package dev.rampline.lifecycle;

import dev.rampline.ledger.LastWord;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The word behind a change, as far as the message tells of it. */
record Cause(
    Subject subject,
    @Nullable String eventName,
    @Nullable String rawStatus,
    @Nullable Instant occurredAt,
    Reception reception) {

  static Cause of(Observation observation) {
    return new Cause(
        observation.subject(),
        observation.word().eventName(),
        observation.word().rawStatus(),
        observation.occurredAt(),
        observation.reception());
  }

  static Cause of(Claim claim) {
    Reception reception =
        new Reception(claim.channel(), Authenticity.CLAIMED, claim.receivedAt(), null, false, null);
    return new Cause(claim.subject(), null, null, null, reception);
  }

  LastWord lastWord(String decision, @Nullable State previousState) {
    return new LastWord(
        decision,
        previousState,
        eventName,
        rawStatus,
        reception.channel(),
        reception.authenticity(),
        occurredAt,
        reception.receivedAt(),
        reception.backfill(),
        reception.trace());
  }
}
