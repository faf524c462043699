package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.subscriber.socket.SocketEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketEventReaderTest {
  private static final String UPDATE = "{\"event\":\"ORDER_PROCESSING\",\"orderId\":\"so-1\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[UPDATE]",
        "[TEXT]",
        "[BUFFER]",
        "[[UPDATE]]",
        "[[TEXT]]",
        "[\"so-1\",UPDATE]",
        "[17,UPDATE]",
        "[\"so-1\",TEXT]",
        "[UPDATE,{\"traceId\":\"x\"}]",
        "[null,UPDATE]",
        "[\"so-1\",{\"event\":\"ORDER_PROCESSING\",\"status\":\"PROCESSING\"}]",
        "[\"so-1\",{\"status\":\"PROCESSING\"}]",
      })
  void update_isReadInEveryForm(String arguments) {
    SocketEventReader.Reading reading = read("order:update", arguments);

    assertThat(subjects(reading)).isEqualTo("order/so-1 PROCESSING");
    assertThat(reading.unreadable()).isEmpty();
  }

  @Test
  void list_isReadItemByItem() {
    SocketEventReader.Reading reading =
        read(
            "order:update",
            "[[UPDATE,{\"event\":\"canary\"},{\"event\":\"PONG\"}],"
                + "{\"event\":\"ORDER_FAILED\",\"orderId\":\"so-2\"}]");

    assertThat(subjects(reading)).isEqualTo("order/so-1 PROCESSING, order/so-2 FAILED");
    assertThat(reading.unreadable()).containsExactly("list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | none",
        "[{}] | object",
        "[\"so-1\"] | text",
        "[1] | number",
        "[true] | boolean",
        "[null] | null",
        "[[]] | list",
        "[[1,\"x\"]] | list",
        "[{\"_placeholder\":true,\"num\":0}] | binary",
        "[\"so-1\",{}] | text,object",
        "[1,2,3] | number,number,more",
        "[{\"type\":\"Buffer\",\"data\":[300]}] | object",
        "[[[[[UPDATE]]]]] | list",
      })
  void otherArguments_areCountedByShape(String arguments, String shape) {
    SocketEventReader.Reading reading = read("order:update", arguments);

    assertThat(reading.updates()).isEmpty();
    assertThat(reading.unreadable()).containsExactly(shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"PONG | []", "PONG | [1700000000]", "order:update | [{\"event\":\"PONG\"}]"})
  void heartbeat_isNotCounted(String name, String arguments) {
    assertThat(read(name, arguments))
        .isEqualTo(new SocketEventReader.Reading(List.of(), List.of()));
  }

  private static SocketEventReader.Reading read(String name, String arguments) {
    String bytes =
        UPDATE
            .chars()
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "{\"type\":\"Buffer\",\"data\":[", "]}"));
    assertThat(UPDATE.getBytes(StandardCharsets.UTF_8)).hasSize(UPDATE.length());
    String json =
        arguments
            .replace("UPDATE", UPDATE)
            .replace("TEXT", "\"" + UPDATE.replace("\"", "\\\"") + "\"")
            .replace("BUFFER", bytes);
    Json.Arr values = (Json.Arr) JsonReader.read(json).orElseThrow();
    return new SocketEventReader(Vocabulary.DOCUMENTED)
        .read(new SocketEvent(name, values.items()), Instant.EPOCH);
  }

  private static String subjects(SocketEventReader.Reading reading) {
    return reading.updates().stream()
        .map(SocketDecodingResult.Update::event)
        .map(event -> event.subject().text() + " " + event.state())
        .collect(Collectors.joining(", "));
  }
}
