package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A packet of the Socket.IO protocol, version 5, as text: {@code
 * <type>[<attachments>-][<namespace>,][<acknowledgement>][<payload>]}.
 *
 * @param type the packet's type
 * @param attachments the number of binary frames that follow
 * @param namespace the namespace that it belongs to
 * @param ackId the acknowledgement's id: the one that an event requests, or that answers a request;
 *     null if there is none
 * @param payload the data of the packet
 */
record PacketText(
    int type, int attachments, String namespace, @Nullable String ackId, Optional<Json> payload) {
  /** About eighty times the length of a status update. */
  static final int MAX_LENGTH = 1 << 16;

  private static final Pattern HEAD =
      Pattern.compile(
          "([0-6])(?:(?<=[56])(?<attachments>\\d{1,9})-)?(?:(?<namespace>/[^,]*+)(?:,|$))?"
              + "(?<ack>\\d{1,19})?");

  /** Parses a packet; empty if the text is invalid. Never throws for its input. */
  static Optional<PacketText> read(String text) {
    Matcher head = HEAD.matcher(text);
    if (text.length() > MAX_LENGTH || !head.lookingAt()) {
      return Optional.empty();
    }
    String rest = text.substring(head.end());
    if (rest.isEmpty()) {
      return Optional.of(packet(head, Optional.empty()));
    }
    return JsonReader.read(rest).map(json -> packet(head, Optional.of(json)));
  }

  /** Returns the Engine.IO frame that answers a request for an acknowledgement. */
  static String acknowledgement(String namespace, String ackId) {
    return "43" + (namespace.equals("/") ? "" : namespace + ",") + ackId + "[]";
  }

  private static PacketText packet(Matcher head, Optional<Json> payload) {
    String attachments = head.group("attachments");
    String namespace = head.group("namespace");
    return new PacketText(
        head.group().charAt(0) - '0',
        attachments == null ? 0 : Integer.parseInt(attachments),
        namespace == null ? "/" : namespace,
        head.group("ack"),
        payload);
  }
}
