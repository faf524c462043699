package dev.rampline.adapter.dynamodb;

import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.FieldPrecedence;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tags of a record, each once: fields that were told together point to the same one. */
final class Tags {
  private static final String NAME = "tags";

  private final List<FieldPrecedence> tags;

  private Tags(List<FieldPrecedence> tags) {
    this.tags = tags;
  }

  static Tags none() {
    return new Tags(new ArrayList<>());
  }

  static Tags in(MapReader item) {
    return new Tags(item.list(NAME, Tags::told));
  }

  /** Where the tag stands; it is added if it does not yet. */
  int index(FieldPrecedence tag) {
    int index = tags.indexOf(tag);
    if (index >= 0) {
      return index;
    }
    tags.add(tag);
    return tags.size() - 1;
  }

  /**
   * @throws IndexOutOfBoundsException if no tag stands there
   */
  FieldPrecedence at(int index) {
    return tags.get(index);
  }

  void write(MapWriter item) {
    item.list(NAME, tags, Tags::value);
  }

  private static AttributeValue value(FieldPrecedence tag) {
    return new MapWriter()
        .number("rank", tag.rank())
        .instant("at", tag.occurredAt())
        .text("by", tag.trust().text())
        .value();
  }

  private static FieldPrecedence told(AttributeValue value) {
    MapReader tag = MapReader.of(value);
    return new FieldPrecedence(
        Math.toIntExact(tag.number("rank")),
        tag.instantOrNull("at"),
        TrustLevel.of(tag.text("by")));
  }
}
