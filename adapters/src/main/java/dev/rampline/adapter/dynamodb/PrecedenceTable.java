package dev.rampline.adapter.dynamodb;

import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.FieldPrecedence;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tags of a record, each once: fields that were told together point to the same one. */
final class PrecedenceTable {
  private static final String NAME = "tags";

  private final List<FieldPrecedence> precedences;

  private PrecedenceTable(List<FieldPrecedence> tags) {
    this.precedences = tags;
  }

  static PrecedenceTable empty() {
    return new PrecedenceTable(new ArrayList<>());
  }

  static PrecedenceTable from(MapReader item) {
    return new PrecedenceTable(item.list(NAME, PrecedenceTable::precedence));
  }

  /** Where the tag stands; it is added if it does not yet. */
  int index(FieldPrecedence tag) {
    int index = precedences.indexOf(tag);
    if (index >= 0) {
      return index;
    }
    precedences.add(tag);
    return precedences.size() - 1;
  }

  /**
   * @throws IndexOutOfBoundsException if no tag stands there
   */
  FieldPrecedence at(int index) {
    return precedences.get(index);
  }

  void write(MapWriter item) {
    item.list(NAME, precedences, PrecedenceTable::value);
  }

  private static AttributeValue value(FieldPrecedence tag) {
    return new MapWriter()
        .number("rank", tag.rank())
        .instant("at", tag.occurredAt())
        .text("by", tag.trust().text())
        .value();
  }

  private static FieldPrecedence precedence(AttributeValue value) {
    MapReader tag = MapReader.of(value);
    return new FieldPrecedence(
        Math.toIntExact(tag.number("rank")),
        tag.instantOrNull("at"),
        TrustLevel.of(tag.text("by")));
  }
}
