package dev.rampline.adapter.dynamodb;

import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.ledger.Unrecognised;
import dev.rampline.observation.Channel;
import dev.rampline.observation.State;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code claims} and {@code unrecognised}; {@code lookAt} belongs to the {@link IndexKeys}. */
final class ConcernsCodec {
  private static final String CLAIMS = "unverified";
  private static final String UNRECOGNISED = "unrecognized";

  private ConcernsCodec() {}

  static void write(Concerns concerns, MapWriter item) {
    item.list(CLAIMS, concerns.claims(), ConcernsCodec::value);
    Unrecognised unrecognised = concerns.unrecognised();
    if (!unrecognised.equals(Unrecognised.NONE)) {
      item.map(UNRECOGNISED, map(unrecognised).members());
    }
  }

  static Concerns read(MapReader item) {
    return new Concerns(
        item.list(CLAIMS, ConcernsCodec::claim),
        item.map(UNRECOGNISED).map(ConcernsCodec::unrecognised).orElse(Unrecognised.NONE),
        IndexKeys.lookAt(item));
  }

  private static AttributeValue value(StandingClaim claim) {
    return new MapWriter()
        .text("state", claim.state().text())
        .text("channel", claim.channel().text())
        .instant("receivedAt", claim.receivedAt())
        .number("version", claim.version())
        .value();
  }

  private static StandingClaim claim(AttributeValue value) {
    MapReader claim = MapReader.of(value);
    return new StandingClaim(
        State.of(claim.text("state")),
        Channel.of(claim.text("channel")),
        claim.instant("receivedAt"),
        claim.number("version"));
  }

  private static MapWriter map(Unrecognised unrecognised) {
    return new MapWriter()
        .list("terms", unrecognised.terms(), AttributeValue::fromS)
        .number("unansweredSince", unrecognised.unansweredSince());
  }

  private static Unrecognised unrecognised(MapReader map) {
    return new Unrecognised(map.list("terms", AttributeValue::s), map.number("unansweredSince"));
  }
}
