package dev.rampline.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import dev.rampline.ledger.LedgerRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New messages match the schemas of every release. */
class MessageSchemaTest {
  private static final MessageComposer COMPOSER = new MessageComposer("production");

  @ParameterizedTest
  @MethodSource("messageSchemas")
  void newMessages_matchEverySchema(Path schema) {
    JsonSchema event = schemaOf(schema);
    assertThat(MessageRecords.all())
        .isNotEmpty()
        .allSatisfy(record -> assertThat(faults(event, body(record))).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("messageSchemas")
  void additionalMembers_areValid(Path schema) {
    String body =
        body(MessageRecords.paid()).replace("\"backfill\"", "\"tomorrow\":{},\"backfill\"");
    assertThat(faults(schemaOf(schema), body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"state\":\"completed\" \"state\":\"approved\"",
        "\"fiatAmount\":\"100\" \"fiatAmount\":\"100.0\"",
        "\"fiatAmount\":\"100\" \"fiatAmount\":100",
        "\"side\":\"SELL\" \"side\":\"sell\"",
        "\"kind\":\"order\" \"kind\":\"kyc\"",
        "\"version\":2, \"version\":0,",
        "\"conflict\":null, ",
        "\"unverified\":[] \"unverified\":null",
        "\"tier\":\"gold\" \"tier\":1",
        "\"createdAt\":\"2024-01-15T10:30:00Z\" \"createdAt\":\"yesterday\"",
        "\"sequence\":\"00000000000000000002\" \"sequence\":\"2\"",
        "\"specversion\":\"1.0\" \"specversion\":\"0.3\"",
      })
  void wrongMessage_isInvalid(String replacement) {
    String[] parts = replacement.split(" ", 2);
    String body = body(MessageRecords.paid());
    String wrong = body.replace(parts[0], parts[1]);
    assertThat(wrong).isNotEqualTo(body);
    assertThat(messageSchemas())
        .allSatisfy(schema -> assertThat(faults(schemaOf(schema), wrong)).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("dataSchemas")
  void newData_matchesEveryDataSchema_andTheMessageDoesNot(Path schema) {
    JsonSchema data = schemaOf(schema);
    assertThat(MessageRecords.all())
        .allSatisfy(record -> assertThat(faults(data, data(record))).isEmpty());
    assertThat(faults(data, body(MessageRecords.paid()))).isNotEmpty();
  }

  @Test
  void dataschema_namesTheNewestSchemaOfData() {
    assertThat(PublishedSchemas.text(PublishedSchemas.in(PublishedSchemas.NEW, "data.").getLast()))
        .contains("\"$id\": \"" + MessageComposer.DATA_SCHEMA + "\"");
  }

  private static String body(LedgerRecord record) {
    return COMPOSER.compose(record).body();
  }

  private static List<String> faults(JsonSchema schema, String body) {
    return schema
        .validate(
            body,
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String data(LedgerRecord record) {
    Json.Obj message = (Json.Obj) JsonReader.read(body(record)).orElseThrow();
    return JsonWriter.write(message.get("data").orElseThrow());
  }

  private static JsonSchema schemaOf(Path schema) {
    return PublishedSchemas.compile(schema);
  }

  static Stream<Path> messageSchemas() {
    return PublishedSchemas.all("message.");
  }

  static Stream<Path> dataSchemas() {
    return PublishedSchemas.all("data.");
  }
}
