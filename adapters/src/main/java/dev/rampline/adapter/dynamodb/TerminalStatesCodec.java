package dev.rampline.adapter.dynamodb;

import dev.rampline.event.State;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts the attributes {@code terminalStates}, {@code refunded} and {@code conflict}. */
final class TerminalStatesCodec {
  private static final String TERMINAL_STATES = "terminalStates";
  private static final String REFUNDED = "refunded";
  private static final String CONFLICT = "conflict";

  private TerminalStatesCodec() {}

  static void write(TerminalStates terminalStates, MapWriter item) {
    item.list(TERMINAL_STATES, terminalStates.reported(), TerminalStatesCodec::value)
        .flag(REFUNDED, terminalStates.refunded(), false);
    TerminalStateConflict conflict = terminalStates.conflict();
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

  private static AttributeValue value(TerminalState terminal) {
    return new MapWriter()
        .text("state", terminal.state().text())
        .flag("signed", terminal.signed(), false)
        .instant("confirmedAt", terminal.confirmedAt())
        .value();
  }

  private static TerminalState terminalState(AttributeValue value) {
    MapReader terminal = MapReader.of(value);
    return new TerminalState(
        State.of(terminal.text("state")),
        terminal.flag("signed", false),
        terminal.instantOrNull("confirmedAt"));
  }

  private static MapWriter map(TerminalStateConflict conflict) {
    State provider = conflict.providerState();
    State resolved = conflict.resolvedState();
    return new MapWriter()
        .list(
            "terminalStates",
            conflict.terminalStates(),
            state -> AttributeValue.fromS(state.text()))
        .text("providerState", provider == null ? null : provider.text())
        .text("resolvedState", resolved == null ? null : resolved.text())
        .number("version", conflict.version())
        .instant("openedAt", conflict.openedAt());
  }

  private static TerminalStateConflict conflict(MapReader map) {
    return new TerminalStateConflict(
        map.list("terminalStates", value -> State.of(value.s())),
        map.textOrNull("providerState", State::of),
        map.textOrNull("resolvedState", State::of),
        map.number("version"),
        map.instantOrNull("openedAt"));
  }
}
