package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import io.socket.parser.Packet;
import io.socket.parser.Parser;
import java.util.Optional;
import java.util.function.Consumer;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Decodes packets instead of the library. The library's own decoder throws on the event thread,
 * does not limit nesting or buffering, and would take an event named {@code connect} for its own.
 * This decoder passes events directly to the listener, and passes only connect, disconnect and
 * error packets to the library. Only the library's thread may use it.
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

  /** Does nothing: attachments were dropped before. */
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

  /** Returns the session id. Without one the library assumes an older protocol and gives up. */
  private static @Nullable JSONObject session(PacketText packet) {
    if (packet.payload().orElse(null) instanceof Json.Obj object
        && object.get("sid").orElse(null) instanceof Json.Text(String sid)) {
      return new JSONObject().put("sid", sid);
    }
    return null;
  }
}
