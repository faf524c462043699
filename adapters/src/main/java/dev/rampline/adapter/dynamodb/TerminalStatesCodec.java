package dev.rampline.adapter.dynamodb;

import dev.rampline.event.State;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code finals}, {@code refunded} and {@code conflict}. */
final class TerminalStatesCodec {
  private static final String TERMINAL_STATES = "finals";
  private static final String REFUNDED = "refunded";
  private static final String CONFLICT = "conflict";

  private TerminalStatesCodec() {}

  static void write(TerminalStates finals, MapWriter item) {
    item.list(TERMINAL_STATES, finals.reported(), TerminalStatesCodec::value)
        .flag(REFUNDED, finals.refunded(), false);
    TerminalStateConflict conflict = finals.conflict();
    if (conflict != null) {
      item.map(CONFLICT, map(conflict).members());
    }
  }

  static TerminalStates read(MapReader item) {
    return new TerminalStates(
        item.list(TERMINAL_STATES, TerminalStatesCodec::terminalState),
        item.flag(REFUNDED, false),
        item.map(CONFLICT).map(TerminalStatesCodec::conflict).orElse(null));
  }

  private static AttributeValue value(TerminalState end) {
    return new MapWriter()
        .text("state", end.state().text())
        .flag("signed", end.signed(), false)
        .value();
  }

  private static TerminalState terminalState(AttributeValue value) {
    MapReader end = MapReader.of(value);
    return new TerminalState(State.of(end.text("state")), end.flag("signed", false));
  }

  private static MapWriter map(TerminalStateConflict conflict) {
    State settled = conflict.resolvedState();
    return new MapWriter()
        .list("finals", conflict.terminalStates(), state -> AttributeValue.fromS(state.text()))
        .text("settled", settled == null ? null : settled.text())
        .number("version", conflict.version());
  }

  private static TerminalStateConflict conflict(MapReader map) {
    return new TerminalStateConflict(
        map.list("finals", value -> State.of(value.s())),
        map.textOrNull("settled", State::of),
        map.number("version"));
  }
}
