package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.json.Json;
import dev.rampline.json.JsonWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2/ws,[\"a\"] | 2 | /ws | [\"a\"]",
        "2[\"a\"] | 2 | / | [\"a\"]",
        "2/ws,17[\"a\"] | 2 | /ws | [\"a\"]",
        "217[\"a\"] | 2 | / | [\"a\"]",
        "52-/ws,17[\"a\"] | 5 | /ws | [\"a\"]",
        "51-[\"a\"] | 5 | / | [\"a\"]",
        "0/ws,{\"sid\":\"x\"} | 0 | /ws | {\"sid\":\"x\"}",
        "1/ws, | 1 | /ws |",
        "1/ws | 1 | /ws |",
        "1 | 1 | / |",
        "4/ws,{\"message\":\"no\"} | 4 | /ws | {\"message\":\"no\"}",
        "2/ws,[1.50,1e400] | 2 | /ws | [1.50,1e400]",
      })
  void packet_isParsedAsTheProtocolDefinesIt(
      String text, int type, String namespace, String payload) {
    PacketText packet = PacketText.read(text).orElseThrow();

    assertThat(packet.type()).isEqualTo(type);
    assertThat(packet.namespace()).isEqualTo(namespace);
    assertThat(packet.payload().map(JsonWriter::write)).isEqualTo(Optional.ofNullable(payload));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7",
        "-1",
        "x",
        "٢[\"a\"]",
        "5-[\"a\"]",
        "21-[\"a\"]",
        "51234567890-[\"a\"]",
        "2/ws,12345678901234567890[\"a\"]",
        "2[\"a\"",
        "2[\"a\"]]",
        "2[\"a\",NaN]",
        "2[\"a\",{\"b\":1,\"b\":2}]",
        "2['a']",
      })
  void invalidText_isNoPacket(String text) {
    assertThat(PacketText.read(text)).isEmpty();
  }

  @Test
  void nesting_isLimited() {
    assertThat(PacketText.read(nested(16))).isPresent();
    assertThat(PacketText.read(nested(17))).isEmpty();
    assertThat(PacketText.read(nested(30_000))).isEmpty();
  }

  @Test
  void length_isLimited() {
    String longest = "2[\"" + "x".repeat(PacketText.MAX_LENGTH - 5) + "\"]";

    assertThat(PacketText.read(longest).flatMap(PacketText::payload))
        .get()
        .isInstanceOf(Json.Arr.class);
    assertThat(PacketText.read(longest + " ")).isEmpty();
  }

  private static String nested(int depth) {
    return "2" + "[".repeat(depth) + "]".repeat(depth);
  }
}
