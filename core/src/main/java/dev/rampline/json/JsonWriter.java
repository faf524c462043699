package dev.rampline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Writes JSON in pure ASCII. Members keep their order and numbers their literal, so equal values
 * have equal texts. Thread-safe.
 */
public final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonWriter() {}

  /** Returns the text of a value. Unpaired surrogates are escaped like any other character. */
  public static String write(Json value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(value, generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot write to memory", impossible);
    }
    return text.toString();
  }

  private static void write(Json value, JsonGenerator generator) throws IOException {
    switch (value) {
      case Json.Obj object -> writeObject(object, generator);
      case Json.Arr array -> writeArray(array, generator);
      case Json.Text(String text) -> generator.writeString(text);
      case Json.Num(String literal) -> generator.writeNumber(literal);
      case Json.Bool(boolean bool) -> generator.writeBoolean(bool);
      case Json.Null() -> generator.writeNull();
    }
  }

  private static void writeObject(Json.Obj object, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      generator.writeFieldName(member.getKey());
      write(member.getValue(), generator);
    }
    generator.writeEndObject();
  }

  private static void writeArray(Json.Arr array, JsonGenerator generator) throws IOException {
    generator.writeStartArray();
    for (Json item : array.items()) {
      write(item, generator);
    }
    generator.writeEndArray();
  }
}
