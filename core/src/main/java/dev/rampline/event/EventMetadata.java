package dev.rampline.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How and when a word reached us.
 *
 * @param channel the way it came
 * @param trust how surely the provider said it
 * @param receivedAt when it came; of a fetched word, when the answer came
 * @param requestedAtVersion of a fetched word, the record's version when it was asked (0: no
 *     record); null for a signed word and for a row of a list
 * @param backfill whether a first pass over the provider's past found it
 * @param trace that it belongs to; null: none that it brought
 */
public record EventMetadata(
    Channel channel,
    TrustLevel trust,
    Instant receivedAt,
    @Nullable Long requestedAtVersion,
    boolean backfill,
    @Nullable TraceContext trace) {

  public EventMetadata {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(trust, "authenticity");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }

  /** A webhook whose signature held. */
  public static EventMetadata ofWebhook(Instant receivedAt, @Nullable TraceContext trace) {
    return new EventMetadata(Channel.WEBHOOK, TrustLevel.SIGNED, receivedAt, null, false, trace);
  }

  /** The answer of the provider's API about one subject, whose record stood at that version. */
  public static EventMetadata ofLookup(Instant receivedAt, long askedAtVersion, boolean backfill) {
    return new EventMetadata(
        Channel.API, TrustLevel.FETCHED, receivedAt, askedAtVersion, backfill, null);
  }

  /** A row of a list: nobody asked for that subject. */
  public static EventMetadata ofListRow(Instant receivedAt, boolean backfill) {
    return new EventMetadata(Channel.API, TrustLevel.FETCHED, receivedAt, null, backfill, null);
  }

  /** Whether the API was asked when the record stood at that version or later. */
  public boolean isRequestedAtOrAfter(long version) {
    return requestedAtVersion != null && requestedAtVersion >= version;
  }
}
