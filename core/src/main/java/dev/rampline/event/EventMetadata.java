package dev.rampline.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How and when Rampline received an event.
 *
 * @param channel the channel
 * @param trust the trust level
 * @param receivedAt time of receipt; for a lookup, the time of the response
 * @param requestedAtVersion for a lookup, the record's version at the time of the request (0: no
 *     record); null for signed events and rows of the order list
 * @param backfill whether the first scan of the provider's past orders found the event
 * @param trace trace context of the event; null if it arrived without one
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
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }

  /** Returns the metadata of a webhook with a valid signature. */
  public static EventMetadata ofWebhook(Instant receivedAt, @Nullable TraceContext trace) {
    return new EventMetadata(Channel.WEBHOOK, TrustLevel.SIGNED, receivedAt, null, false, trace);
  }

  /** Returns the metadata of an API response about one subject. */
  public static EventMetadata ofLookup(
      Instant receivedAt, long requestedAtVersion, boolean backfill) {
    return new EventMetadata(
        Channel.API, TrustLevel.FETCHED, receivedAt, requestedAtVersion, backfill, null);
  }

  /**
   * Returns the metadata of a row of the order list, which is not the response to a lookup of that
   * order.
   */
  public static EventMetadata ofListRow(Instant receivedAt, boolean backfill) {
    return new EventMetadata(Channel.API, TrustLevel.FETCHED, receivedAt, null, backfill, null);
  }

  /** Returns the metadata of an unverified event. */
  public static EventMetadata ofUnverified(Channel channel, Instant receivedAt) {
    return new EventMetadata(channel, TrustLevel.UNVERIFIED, receivedAt, null, false, null);
  }

  /** Returns the same metadata without the version of the request. */
  public EventMetadata withoutRequest() {
    return new EventMetadata(channel, trust, receivedAt, null, backfill, trace);
  }

  /**
   * Returns the metadata for another id of the subject that an API response does not name: only
   * signed events link it to the subject.
   */
  public EventMetadata throughSignedLink() {
    TrustLevel weaker = trust == TrustLevel.FETCHED ? TrustLevel.SIGNED : trust;
    return new EventMetadata(channel, weaker, receivedAt, requestedAtVersion, backfill, trace);
  }

  /** Returns the same metadata with that trace context. */
  public EventMetadata withTrace(TraceContext newTrace) {
    return new EventMetadata(channel, trust, receivedAt, requestedAtVersion, backfill, newTrace);
  }

  /**
   * Returns whether this is the response to a request made at that version of the record or later.
   */
  public boolean isRequestedAtOrAfter(long version) {
    return requestedAtVersion != null && requestedAtVersion >= version;
  }
}
