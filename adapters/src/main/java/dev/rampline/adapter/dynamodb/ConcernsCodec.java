package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.UnrecognizedTerms;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code claims} and {@code unrecognised}; {@code lookAt} belongs to the {@link IndexKeys}. */
final class ConcernsCodec {
  private static final String CLAIMS = "unverified";
  private static final String UNRECOGNISED = "unrecognized";

  private ConcernsCodec() {}

  static void write(PendingChecks concerns, MapWriter item) {
    item.list(CLAIMS, concerns.unverifiedEvents(), ConcernsCodec::value);
    UnrecognizedTerms unrecognised = concerns.unrecognized();
    if (!unrecognised.equals(UnrecognizedTerms.NONE)) {
      item.map(UNRECOGNISED, map(unrecognised).members());
    }
  }

  static PendingChecks read(MapReader item) {
    return new PendingChecks(
        item.list(CLAIMS, ConcernsCodec::claim),
        item.map(UNRECOGNISED).map(ConcernsCodec::unrecognised).orElse(UnrecognizedTerms.NONE),
        IndexKeys.lookAt(item));
  }

  private static AttributeValue value(PendingUnverifiedEvent claim) {
    return new MapWriter()
        .text("state", claim.state().text())
        .text("channel", claim.channel().text())
        .instant("receivedAt", claim.receivedAt())
        .number("version", claim.version())
        .value();
  }

  private static PendingUnverifiedEvent claim(AttributeValue value) {
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

  private static UnrecognizedTerms unrecognised(MapReader map) {
    return new UnrecognizedTerms(
        map.list("terms", AttributeValue::s), map.number("unansweredSince"));
  }
}
