package dev.rampline.testkit.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook reports, whatever the shape of its payload.
 *
 * @param isCustomer whether it is about a customer's KYC; if not, about an order
 * @param ids the ids of the subject by name; of an order, the id alone
 * @param fields all other members
 * @param at when it happened
 */
public record PayloadContent(
    boolean isCustomer,
    String event,
    @Nullable String status,
    Map<String, String> ids,
    ObjectNode fields,
    Instant at) {
  private static final String ID = "id";

  /** The content of an order report. */
  public static PayloadContent of(
      String orderId, OrderReport report, ObjectNode fields, Instant at) {
    return new PayloadContent(
        false, report.event(), report.status().orElse(null), Map.of(ID, orderId), fields, at);
  }

  /** The content of a KYC report. */
  public static PayloadContent of(
      Map<String, String> ids, KycReport report, ObjectNode fields, Instant at) {
    return new PayloadContent(true, report.event(), report.status(), ids, fields, at);
  }

  /** The id of the order. */
  String orderId() {
    return ids.getOrDefault(ID, "");
  }

  /** The documented name of the member with the status. */
  String statusName() {
    return isCustomer ? "kycStatus" : "status";
  }

  /** Whether a page documents the status, or there is none. */
  boolean hasDocumentedStatus() {
    return isCustomer || status == null || !isUnknown(stateOf(status));
  }

  /** Whether the status alone says how far the order is, and the order has not ended. */
  boolean hasOpenStatus() {
    return !isCustomer && status != null && isOpen(stateOf(status));
  }

  /** Whether the event alone says how far the order is, and the order has not ended. */
  boolean hasOpenEvent() {
    return !isCustomer && isOpen(OrderState.reportedBy(event, null));
  }

  private static OrderState stateOf(String status) {
    return OrderState.ofApiStatus(status);
  }

  private static boolean isOpen(OrderState state) {
    return !isUnknown(state) && state.rank() < OrderState.COMPLETED.rank();
  }

  private static boolean isUnknown(OrderState state) {
    return state == OrderState.UNKNOWN;
  }
}
