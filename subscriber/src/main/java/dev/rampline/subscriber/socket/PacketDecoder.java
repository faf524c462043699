package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import io.socket.parser.Packet;
import io.socket.parser.Parser;
import java.util.Optional;
import java.util.function.Consumer;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads packets in the library's place. The library's own decoder throws on the event thread, nests
 * as deep as it is told to, and buffers without bound; and an event called {@code connect} would be
 * taken for the connection's. So events go from here straight to the listener, and the library is
 * left with what makes and ends a connection. Used by the library's thread alone.
 */
final class PacketDecoder implements Parser.Decoder {
  private final String namespace;
  private final Consumer<SocketEvent> onEvent;
  private final Runnable onDiscard;
  private @Nullable Callback library;

  PacketDecoder(String namespace, Consumer<SocketEvent> onEvent, Runnable onDiscard) {
    this.namespace = namespace;
    this.onEvent = onEvent;
    this.onDiscard = onDiscard;
  }

  @Override
  public void add(String text) {
    PacketText.read(text)
        .filter(packet -> packet.namespace().equals(namespace))
        .ifPresentOrElse(this::decoded, onDiscard);
  }

  /** Attachments were left out on the wire. */
  @Override
  public void add(byte[] attachment) {}

  @Override
  public void destroy() {
    library = null;
  }

  @Override
  public void onDecoded(@Nullable Callback callback) {
    library = callback;
  }

  private void decoded(PacketText packet) {
    switch (packet.type()) {
      case Parser.EVENT, Parser.BINARY_EVENT -> event(packet).ifPresentOrElse(onEvent, onDiscard);
      case Parser.CONNECT -> pass(Parser.CONNECT, session(packet));
      case Parser.DISCONNECT, Parser.CONNECT_ERROR -> pass(packet.type(), null);
      default -> onDiscard.run();
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

  /** Without one the library takes the server for one of an older protocol, and gives up. */
  private static @Nullable JSONObject session(PacketText packet) {
    if (packet.payload().orElse(null) instanceof Json.Obj object
        && object.get("sid").orElse(null) instanceof Json.Text(String sid)) {
      return new JSONObject().put("sid", sid);
    }
    return null;
  }
}
