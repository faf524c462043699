package dev.rampline.adapter.dynamodb;

import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.FieldPrecedence;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a record's fields by their precedence, which fields of the same event share. The current
 * status refers to its precedence by the position.
 */
final class PrecedenceTable {
  private final List<FieldPrecedence> precedences = new ArrayList<>();
  private final List<MapWriter> values = new ArrayList<>();

  /** Returns the position of a precedence and adds it if necessary. */
  int index(FieldPrecedence precedence) {
    int index = precedences.indexOf(precedence);
    if (index >= 0) {
      return index;
    }
    precedences.add(precedence);
    values.add(new MapWriter());
    return precedences.size() - 1;
  }

  /** Returns where the fields of a precedence are written to. */
  MapWriter values(FieldPrecedence precedence) {
    return values.get(index(precedence));
  }

  void write(MapWriter item) {
    item.list(
        FieldsCodec.FIELDS,
        precedences,
        precedence ->
            new MapWriter()
                .number("rank", precedence.rank())
                .instant("at", precedence.occurredAt())
                .text("by", precedence.trust().text())
                .map(FieldsCodec.VALUES, values(precedence).members())
                .value());
  }

  /** Reads the precedence of an entry that {@link #write} wrote. */
  static FieldPrecedence precedence(MapReader entry) {
    return new FieldPrecedence(
        Math.toIntExact(entry.number("rank")),
        entry.instantOrNull("at"),
        TrustLevel.of(entry.text("by")));
  }
}
