package dev.rampline.observation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How and when a word reached us.
 *
 * @param channel the way it came
 * @param authenticity how surely the provider said it
 * @param receivedAt when it came; of a fetched word, when the answer came
 * @param askedAtVersion of a fetched word, the record's version when it was asked (0: no record);
 *     null for a signed word and for a row of a list
 * @param backfill whether a first pass over the provider's past found it
 * @param trace that it belongs to; null: none that it brought
 */
public record Reception(
    Channel channel,
    Authenticity authenticity,
    Instant receivedAt,
    @Nullable Long askedAtVersion,
    boolean backfill,
    @Nullable TraceContext trace) {

  public Reception {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(authenticity, "authenticity");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }

  /** A webhook whose signature held. */
  public static Reception ofWebhook(Instant receivedAt, @Nullable TraceContext trace) {
    return new Reception(Channel.WEBHOOK, Authenticity.SIGNED, receivedAt, null, false, trace);
  }

  /** The answer of the provider's API about one subject, whose record stood at that version. */
  public static Reception ofAnswer(Instant receivedAt, long askedAtVersion, boolean backfill) {
    return new Reception(
        Channel.API, Authenticity.FETCHED, receivedAt, askedAtVersion, backfill, null);
  }

  /** A row of a list: nobody asked for that subject. */
  public static Reception ofRow(Instant receivedAt, boolean backfill) {
    return new Reception(Channel.API, Authenticity.FETCHED, receivedAt, null, backfill, null);
  }

  /** Whether the API was asked when the record stood at that version or later. */
  public boolean askedAtOrAfter(long version) {
    return askedAtVersion != null && askedAtVersion >= version;
  }
}
