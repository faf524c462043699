package dev.rampline.emulator;

import dev.rampline.emulator.socket.SocketUpdate;
import dev.rampline.testkit.provider.OrderReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps webhook events to the socket's five order events, which have names of their own ({@code
 * docs/provider-api.md#websocket}).
 */
final class SocketOrderUpdates {
  private static final Map<String, List<Member>> MEMBERS =
      Map.of(
          "CREATED",
              List.of(new Member("amount", "fiatAmount"), new Member("currency", "fiatCurrency")),
          "COMPLETED", List.of(new Member("txHash", "transactionHash")),
          "FAILED",
              List.of(new Member("reason", "failureReason"), new Member("errorCode", "errorCode")),
          "CANCELLED", List.of(new Member("cancelledBy", "cancelledBy")));

  private SocketOrderUpdates() {}

  /**
   * The socket event for a webhook event; empty for most.
   *
   * @param fields the order's fields, including its ID
   */
  static Optional<SocketUpdate> forEvent(String event, Map<String, String> fields) {
    return OrderReport.socketEvent(event).map(spoken -> update(spoken, fields));
  }

  private static SocketUpdate update(String event, Map<String, String> fields) {
    SocketUpdate update = SocketUpdate.ofOrder(event, fields.getOrDefault("orderId", ""));
    for (Member member : MEMBERS.getOrDefault(event, List.of())) {
      String value = fields.get(member.field());
      update = value == null ? update : update.with(member.name(), value);
    }
    return update;
  }

  private record Member(String name, String field) {}
}
