package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A packet of the Socket.IO protocol, version 5, as text: {@code
 * <type>[<attachments>-][<namespace>,][<acknowledgement>][<payload>]}.
 *
 * @param type the packet's type
 * @param namespace the namespace that it belongs to
 * @param payload the data of the packet
 */
record PacketText(int type, String namespace, Optional<Json> payload) {
  /** About eighty times the length of a status update. */
  static final int MAX_LENGTH = 1 << 16;

  private static final Pattern HEAD =
      Pattern.compile("([0-6])(?:(?<=[56])\\d{1,9}-)?(?:(/[^,]*+)(?:,|$))?(?:\\d{1,19})?");

  /** Parses a packet; empty if the text is invalid. Never throws for its input. */
  static Optional<PacketText> read(String text) {
    Matcher head = HEAD.matcher(text);
    if (text.length() > MAX_LENGTH || !head.lookingAt()) {
      return Optional.empty();
    }
    int type = text.charAt(0) - '0';
    String namespace = head.group(2) == null ? "/" : head.group(2);
    String rest = text.substring(head.end());
    if (rest.isEmpty()) {
      return Optional.of(new PacketText(type, namespace, Optional.empty()));
    }
    return JsonReader.read(rest).map(json -> new PacketText(type, namespace, Optional.of(json)));
  }
}
