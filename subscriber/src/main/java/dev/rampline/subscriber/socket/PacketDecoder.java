package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import io.socket.parser.Packet;
import io.socket.parser.Parser;
import java.util.List;
import java.util.Optional;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Decodes packets instead of the library. The library's own decoder throws on the event thread,
 * does not limit nesting or buffering, and would take an event named {@code connect} for its own.
 * This decoder passes events and acknowledgements directly to the receiver, and passes only
 * connect, disconnect and error packets to the library. Only the library's thread may use it.
 */
final class PacketDecoder implements Parser.Decoder {
  private final String namespace;
  private final Receiver receiver;
  private @Nullable Attachments pending;
  private @Nullable Callback library;

  PacketDecoder(String namespace, Receiver receiver) {
    this.namespace = namespace;
    this.receiver = receiver;
  }

  /** Receives the decoded packets. */
  interface Receiver {
    /**
     * An event.
     *
     * @param ackId the id of the acknowledgement that the server requests; null if it requests none
     */
    void onEvent(SocketEvent event, @Nullable String ackId);

    /** An answer to a request for an acknowledgement. */
    void onAcknowledged(String ackId, List<Json> values);

    /** A packet that is invalid. */
    void onDiscard();
  }

  @Override
  public void add(String text) {
    if (pending != null) {
      pending = null;
      receiver.onDiscard();
    }
    PacketText.read(text)
        .filter(packet -> packet.namespace().equals(namespace))
        .filter(packet -> packet.attachments() <= Attachments.MAX)
        .ifPresentOrElse(this::received, receiver::onDiscard);
  }

  @Override
  public void add(byte[] attachment) {
    if (pending == null) {
      receiver.onDiscard();
      return;
    }
    pending.add(attachment);
    completed(pending);
  }

  @Override
  public void destroy() {
    library = null;
    pending = null;
  }

  @Override
  public void onDecoded(@Nullable Callback callback) {
    library = callback;
  }

  private void received(PacketText packet) {
    if (packet.attachments() == 0) {
      decoded(packet);
    } else {
      pending = new Attachments(packet);
    }
  }

  private void completed(Attachments attachments) {
    if (attachments.areComplete()) {
      pending = null;
      decoded(attachments.packet());
    }
  }

  private void decoded(PacketText packet) {
    switch (packet.type()) {
      case Parser.EVENT, Parser.BINARY_EVENT ->
          event(packet)
              .ifPresentOrElse(
                  event -> receiver.onEvent(event, packet.ackId()), receiver::onDiscard);
      case Parser.ACK, Parser.BINARY_ACK -> acknowledged(packet);
      case Parser.CONNECT -> pass(Parser.CONNECT, session(packet));
      case Parser.DISCONNECT, Parser.CONNECT_ERROR -> pass(packet.type(), null);
      default -> receiver.onDiscard();
    }
  }

  private void acknowledged(PacketText packet) {
    String ackId = packet.ackId();
    if (ackId == null || !(packet.payload().orElse(null) instanceof Json.Arr(List<Json> values))) {
      receiver.onDiscard();
    } else {
      receiver.onAcknowledged(ackId, values);
    }
  }

  private void pass(int type, @Nullable JSONObject data) {
    if (library != null) {
      Packet<@Nullable JSONObject> packet = new Packet<>(type, data);
      packet.nsp = namespace;
      library.call(packet);
    }
  }

  private static Optional<SocketEvent> event(PacketText packet) {
    return packet
        .payload()
        .filter(Json.Arr.class::isInstance)
        .map(payload -> ((Json.Arr) payload).items())
        .filter(items -> !items.isEmpty() && items.getFirst() instanceof Json.Text)
        .map(
            items ->
                new SocketEvent(
                    ((Json.Text) items.getFirst()).value(), items.subList(1, items.size())));
  }

  /** Returns the session id. Without one the library assumes an older protocol and gives up. */
  private static @Nullable JSONObject session(PacketText packet) {
    if (packet.payload().orElse(null) instanceof Json.Obj object
        && object.get("sid").orElse(null) instanceof Json.Text(String sid)) {
      return new JSONObject().put("sid", sid);
    }
    return null;
  }
}
