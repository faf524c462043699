package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.UnrecognizedTerms;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code claims} and {@code unrecognised}; {@code lookAt} belongs to the {@link IndexKeys}. */
final class PendingChecksCodec {
  private static final String UNVERIFIED = "unverified";
  private static final String UNRECOGNIZED = "unrecognized";

  private PendingChecksCodec() {}

  static void write(PendingChecks concerns, MapWriter item) {
    item.list(UNVERIFIED, concerns.unverifiedEvents(), PendingChecksCodec::value);
    UnrecognizedTerms unrecognised = concerns.unrecognized();
    if (!unrecognised.equals(UnrecognizedTerms.NONE)) {
      item.map(UNRECOGNIZED, map(unrecognised).members());
    }
  }

  static PendingChecks read(MapReader item) {
    return new PendingChecks(
        item.list(UNVERIFIED, PendingChecksCodec::unverifiedEvent),
        item.map(UNRECOGNIZED)
            .map(PendingChecksCodec::unrecognizedTerms)
            .orElse(UnrecognizedTerms.NONE),
        IndexKeys.nextCheckAt(item));
  }

  private static AttributeValue value(PendingUnverifiedEvent claim) {
    return new MapWriter()
        .text("state", claim.state().text())
        .text("channel", claim.channel().text())
        .instant("receivedAt", claim.receivedAt())
        .number("version", claim.version())
        .value();
  }

  private static PendingUnverifiedEvent unverifiedEvent(AttributeValue value) {
    MapReader claim = MapReader.of(value);
    return new PendingUnverifiedEvent(
        State.of(claim.text("state")),
        Channel.of(claim.text("channel")),
        claim.instant("receivedAt"),
        claim.number("version"));
  }

  private static MapWriter map(UnrecognizedTerms unrecognised) {
    return new MapWriter()
        .list("terms", unrecognised.terms(), AttributeValue::fromS)
        .number("unansweredSince", unrecognised.uncheckedSinceVersion());
  }

  private static UnrecognizedTerms unrecognizedTerms(MapReader map) {
    return new UnrecognizedTerms(
        map.list("terms", AttributeValue::s), map.number("unansweredSince"));
  }
}
