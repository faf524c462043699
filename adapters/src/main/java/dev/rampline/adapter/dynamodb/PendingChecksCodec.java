package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.UnrecognizedTerms;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts the attributes {@code unverified}, {@code unrecognized} and {@code failedLookups}.
 * {@link IndexKeys} converts {@code nextCheckAt}.
 */
final class PendingChecksCodec {
  private static final String UNVERIFIED = "unverified";
  private static final String UNRECOGNIZED = "unrecognized";
  private static final String FAILED_LOOKUPS = "failedLookups";

  private PendingChecksCodec() {}

  static void write(PendingChecks pendingChecks, MapWriter item) {
    item.list(UNVERIFIED, pendingChecks.unverifiedEvents(), PendingChecksCodec::value);
    UnrecognizedTerms unrecognized = pendingChecks.unrecognized();
    if (!unrecognized.equals(UnrecognizedTerms.NONE)) {
      item.map(UNRECOGNIZED, map(unrecognized).members());
    }
    if (pendingChecks.failedLookups() > 0) {
      item.number(FAILED_LOOKUPS, pendingChecks.failedLookups());
    }
  }

  static PendingChecks read(MapReader item) {
    return new PendingChecks(
        item.list(UNVERIFIED, PendingChecksCodec::unverifiedEvent),
        item.map(UNRECOGNIZED)
            .map(PendingChecksCodec::unrecognizedTerms)
            .orElse(UnrecognizedTerms.NONE),
        IndexKeys.nextCheckAt(item),
        Optional.ofNullable(item.numberOrNull(FAILED_LOOKUPS)).map(Integer::valueOf).orElse(0));
  }

  private static AttributeValue value(PendingUnverifiedEvent event) {
    return new MapWriter()
        .text("state", event.state().text())
        .text("channel", event.channel().text())
        .instant("receivedAt", event.receivedAt())
        .number("version", event.version())
        .value();
  }

  private static PendingUnverifiedEvent unverifiedEvent(AttributeValue value) {
    MapReader event = MapReader.of(value);
    return new PendingUnverifiedEvent(
        State.of(event.text("state")),
        Channel.of(event.text("channel")),
        event.instant("receivedAt"),
        event.number("version"));
  }

  private static MapWriter map(UnrecognizedTerms unrecognized) {
    return new MapWriter()
        .list("terms", unrecognized.terms(), AttributeValue::fromS)
        .number("unansweredSince", unrecognized.uncheckedSinceVersion());
  }

  private static UnrecognizedTerms unrecognizedTerms(MapReader map) {
    return new UnrecognizedTerms(
        map.list("terms", AttributeValue::s), map.number("unansweredSince"));
  }
}
