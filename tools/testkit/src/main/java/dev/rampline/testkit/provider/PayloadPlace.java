package dev.rampline.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Where the object that describes the subject stands in a payload. */
enum PayloadPlace {
  ROOT,
  DATA("data"),
  NESTED_DATA("data", "data"),
  WEBHOOK_DATA("webhookData"),
  PAYLOAD("payload"),
  /** As JSON text. */
  TEXT("data"),
  /** As the only item of a list. */
  LIST("data"),
  DATA_ORDER("data", "order"),
  ORDER("order"),
  /** No page and no convention suggests it. */
  UNKNOWN("result");

  /** The places that a page documents or that are plausible. */
  static final List<PayloadPlace> OF_CUSTOMERS =
      List.of(ROOT, DATA, NESTED_DATA, WEBHOOK_DATA, PAYLOAD, TEXT, LIST);

  static final List<PayloadPlace> OF_ORDERS =
      List.of(ROOT, DATA, NESTED_DATA, WEBHOOK_DATA, PAYLOAD, TEXT, LIST, DATA_ORDER, ORDER);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
  private final List<String> path;

  PayloadPlace(String... path) {
    this.path = List.of(path);
  }

  /** Whether the object stands in the documented member {@code data} or {@code webhookData}. */
  boolean isDocumented() {
    return !path.isEmpty() && List.of("data", "webhookData").contains(path.getFirst());
  }

  /** Puts the object into the payload. */
  void put(ObjectNode root, JsonNode body) {
    if (path.isEmpty()) {
      body.properties().forEach(member -> root.set(member.getKey(), member.getValue()));
      return;
    }
    JsonNode value =
        switch (this) {
          case TEXT -> TextNode.valueOf(body.toString());
          case LIST -> JsonNodeFactory.instance.arrayNode().add(body);
          default -> body;
        };
    for (String name : path.subList(1, path.size()).reversed()) {
      value = JsonNodeFactory.instance.objectNode().set(name, value);
    }
    root.set(path.getFirst(), value);
  }
}
