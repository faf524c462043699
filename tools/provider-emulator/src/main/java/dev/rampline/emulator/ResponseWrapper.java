package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The wrapper of one order or one status ({@code docs/provider-api.md#a14}). */
enum ResponseWrapper {
  /** No wrapper. */
  NONE {
    @Override
    ObjectNode wrap(ObjectNode answer) {
      return answer;
    }
  },
  /** A {@code data} member. */
  DATA {
    @Override
    ObjectNode wrap(ObjectNode answer) {
      ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
      return wrapper.set("data", answer);
    }
  },
  /** A {@code data} and a {@code meta} member. */
  META {
    @Override
    ObjectNode wrap(ObjectNode answer) {
      ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
      wrapper.putObject("meta").put("version", "2");
      return wrapper.set("data", answer);
    }
  };

  abstract ObjectNode wrap(ObjectNode answer);
}
