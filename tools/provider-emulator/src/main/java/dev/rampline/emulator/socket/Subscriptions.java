package dev.rampline.emulator.socket;

import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIONamespace;
import java.util.Map;
import java.util.Set;

/** The subscriptions of a client, stored as its rooms. */
final class Subscriptions {
  private static final String PARTNER = "partner";
  private static final String ORDER = "order/";

  private Subscriptions() {}

  static void registerOn(SocketIONamespace namespace) {
    namespace.addEventListener(
        "subscribe:partner", Object.class, (client, nothing, wanted) -> join(client, PARTNER));
    namespace.addEventListener(
        "subscribe:order", Map.class, (client, order, wanted) -> joinOrder(client, order));
  }

  private static void joinOrder(SocketIOClient client, Map<?, ?> order) {
    if (order.get("orderId") instanceof String id) {
      join(client, ORDER + id);
    }
  }

  private static void join(SocketIOClient client, String room) {
    if (HandshakeAuthorizer.isAuthorized(client)) {
      client.joinRoom(room);
    }
  }

  static boolean hasAny(SocketIOClient client) {
    return client.getAllRooms().stream()
        .anyMatch(room -> room.equals(PARTNER) || room.startsWith(ORDER));
  }

  /** Whether the client receives the update; a heartbeat goes to every accepted client. */
  static boolean isSubscribed(SocketIOClient client, SocketUpdate update) {
    if (update.isHeartbeat()) {
      return HandshakeAuthorizer.isAuthorized(client);
    }
    Set<String> rooms = client.getAllRooms();
    return rooms.contains(PARTNER)
        || update.orderId().filter(id -> rooms.contains(ORDER + id)).isPresent();
  }
}
