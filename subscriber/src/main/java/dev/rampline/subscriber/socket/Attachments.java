package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import dev.rampline.json.StrictUtf8;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the binary frames of one packet and puts them in place of their placeholders, as text.
 * An attachment that is too long or not UTF-8 leaves its placeholder. Not thread-safe.
 */
final class Attachments {
  /** The largest number of attachments of a packet that is read. */
  static final int MAX = 16;

  private static final String PLACEHOLDER = "_placeholder";

  private final PacketText packet;
  private final List<Json> received = new ArrayList<>();

  Attachments(PacketText packet) {
    this.packet = packet;
  }

  void add(byte[] bytes) {
    received.add(
        bytes.length > PacketText.MAX_LENGTH
            ? new Json.Null()
            : StrictUtf8.decode(bytes).<Json>map(Json.Text::new).orElseGet(Json.Null::new));
  }

  boolean areComplete() {
    return received.size() >= packet.attachments();
  }

  /** Returns the packet with the attachments in their places. */
  PacketText packet() {
    return new PacketText(
        packet.type(),
        0,
        packet.namespace(),
        packet.ackId(),
        packet.payload().map(this::withAttachments));
  }

  private Json withAttachments(Json json) {
    return switch (json) {
      case Json.Obj object when isPlaceholder(object) -> attachment(object);
      case Json.Obj object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name, withAttachments(value)));
        yield new Json.Obj(members);
      }
      case Json.Arr array ->
          new Json.Arr(array.items().stream().map(this::withAttachments).toList());
      default -> json;
    };
  }

  /** Returns whether the value stands for an attachment. */
  static boolean isPlaceholder(Json.Obj object) {
    return object.get(PLACEHOLDER).filter(new Json.Bool(true)::equals).isPresent();
  }

  private Json attachment(Json.Obj placeholder) {
    return placeholder.get("num").orElse(null) instanceof Json.Num(String number)
            && number.matches("\\d{1,2}")
            && Integer.parseInt(number) < received.size()
            && received.get(Integer.parseInt(number)) instanceof Json.Text text
        ? text
        : placeholder;
  }
}
