package dev.rampline.bench.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON, written. */
final class Text {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Text() {}

  static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Maps and texts can be written", impossible);
    }
  }
}
