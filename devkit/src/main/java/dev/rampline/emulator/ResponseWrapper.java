package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What stands around one order or one status (provider.md A14). */
enum ResponseWrapper {
  /** Nothing. */
  NONE {
    @Override
    ObjectNode wrap(ObjectNode answer) {
      return answer;
    }
  },
  /** {@code data}. */
  DATA {
    @Override
    ObjectNode wrap(ObjectNode answer) {
      ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
      return wrapper.set("data", answer);
    }
  },
  /** {@code data} beside {@code meta}. */
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
