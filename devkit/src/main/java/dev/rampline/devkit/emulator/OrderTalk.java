package dev.rampline.devkit.emulator;

import dev.rampline.devkit.emulator.socket.SocketUpdate;
import java.util.Optional;

/** How the socket tells of an order: five events, in a vocabulary of its own (provider.md §4). */
final class OrderTalk {
  private OrderTalk() {}

  /** What it says at that event of a webhook; of most it says nothing. */
  static Optional<SocketUpdate> about(String event, OrderFacts order) {
    return switch (event) {
      case "ORDER_CREATED" ->
          Optional.of(
              update("CREATED", order)
                  .with("amount", text(order, "fiatAmount"))
                  .with("currency", text(order, "fiatCurrency")));
      case "ORDER_PROCESSING" -> Optional.of(update("PROCESSING", order).with("step", "payment"));
      case "ORDER_COMPLETED" ->
          Optional.of(update("COMPLETED", order).with("txHash", text(order, "transactionHash")));
      case "ORDER_FAILED" ->
          Optional.of(
              update("FAILED", order)
                  .with("reason", text(order, "failureReason"))
                  .with("errorCode", text(order, "errorCode")));
      case "ORDER_CANCELLED" ->
          Optional.of(update("CANCELLED", order).with("cancelledBy", text(order, "cancelledBy")));
      default -> Optional.empty();
    };
  }

  private static SocketUpdate update(String event, OrderFacts order) {
    return SocketUpdate.ofOrder(event, order.id());
  }

  private static String text(OrderFacts order, String name) {
    return order.fact(name).canonical();
  }
}
