package dev.rampline.adapter.dynamodb;

import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.FieldPrecedence;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The distinct precedences of a record: fields of the same event refer to the same one. */
final class PrecedenceTable {
  private static final String NAME = "precedences";

  private final List<FieldPrecedence> precedences;

  private PrecedenceTable(List<FieldPrecedence> precedences) {
    this.precedences = precedences;
  }

  static PrecedenceTable empty() {
    return new PrecedenceTable(new ArrayList<>());
  }

  static PrecedenceTable from(MapReader item) {
    return new PrecedenceTable(item.list(NAME, PrecedenceTable::precedence));
  }

  /** Returns the index of a precedence and adds it if necessary. */
  int index(FieldPrecedence precedence) {
    int index = precedences.indexOf(precedence);
    if (index >= 0) {
      return index;
    }
    precedences.add(precedence);
    return precedences.size() - 1;
  }

  /**
   * @throws IndexOutOfBoundsException if there is no precedence at that index
   */
  FieldPrecedence at(int index) {
    return precedences.get(index);
  }

  void write(MapWriter item) {
    item.list(NAME, precedences, PrecedenceTable::value);
  }

  private static AttributeValue value(FieldPrecedence precedence) {
    return new MapWriter()
        .number("rank", precedence.rank())
        .instant("at", precedence.occurredAt())
        .text("by", precedence.trust().text())
        .value();
  }

  private static FieldPrecedence precedence(AttributeValue value) {
    MapReader precedence = MapReader.of(value);
    return new FieldPrecedence(
        Math.toIntExact(precedence.number("rank")),
        precedence.instantOrNull("at"),
        TrustLevel.of(precedence.text("by")));
  }
}
