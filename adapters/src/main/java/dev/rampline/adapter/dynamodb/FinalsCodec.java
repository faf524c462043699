package dev.rampline.adapter.dynamodb;

import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.FinalState;
import dev.rampline.ledger.Finals;
import dev.rampline.observation.State;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code finals}, {@code refunded} and {@code conflict}. */
final class FinalsCodec {
  private static final String FINALS = "finals";
  private static final String REFUNDED = "refunded";
  private static final String CONFLICT = "conflict";

  private FinalsCodec() {}

  static void write(Finals finals, MapWriter item) {
    item.list(FINALS, finals.told(), FinalsCodec::value).flag(REFUNDED, finals.refunded(), false);
    Conflict conflict = finals.conflict();
    if (conflict != null) {
      item.map(CONFLICT, map(conflict).members());
    }
  }

  static Finals read(MapReader item) {
    return new Finals(
        item.list(FINALS, FinalsCodec::finalState),
        item.flag(REFUNDED, false),
        item.map(CONFLICT).map(FinalsCodec::conflict).orElse(null));
  }

  private static AttributeValue value(FinalState end) {
    return new MapWriter()
        .text("state", end.state().text())
        .flag("signed", end.signed(), false)
        .value();
  }

  private static FinalState finalState(AttributeValue value) {
    MapReader end = MapReader.of(value);
    return new FinalState(State.of(end.text("state")), end.flag("signed", false));
  }

  private static MapWriter map(Conflict conflict) {
    State settled = conflict.settled();
    return new MapWriter()
        .list("finals", conflict.finals(), state -> AttributeValue.fromS(state.text()))
        .text("settled", settled == null ? null : settled.text())
        .number("version", conflict.version());
  }

  private static Conflict conflict(MapReader map) {
    return new Conflict(
        map.list("finals", value -> State.of(value.s())),
        map.textOrNull("settled", State::of),
        map.number("version"));
  }
}
