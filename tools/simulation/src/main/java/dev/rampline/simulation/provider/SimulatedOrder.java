package dev.rampline.simulation.provider;

import dev.rampline.testkit.check.ExpectedOrder;
import dev.rampline.testkit.provider.OrderReport;
import dev.rampline.testkit.provider.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An order in the provider's data. */
public final class SimulatedOrder {
  private final String id;
  private final Instant createdAt;
  private final List<OrderReport> reports = new ArrayList<>();
  private Instant updatedAt;
  private String apiStatus = "PENDING_PAYMENT";

  SimulatedOrder(String id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  /** The provider's ID. */
  public String id() {
    return id;
  }

  /** The subject in messages. */
  public String subject() {
    return "order/" + id;
  }

  /** What the provider reported of it, in order. */
  public List<OrderReport> reports() {
    return List.copyOf(reports);
  }

  Instant updatedAt() {
    return updatedAt;
  }

  void advance(OrderReport report, Instant now) {
    reports.add(report);
    apiStatus = report.apiStatus().orElse(apiStatus);
    updatedAt = now;
  }

  /** The fields in an API list; the single-order response has more. */
  Map<String, Object> listRow() {
    Map<String, Object> row = fields(reports.getLast());
    row.put("id", id);
    row.put("status", apiStatus);
    row.put("createdAt", createdAt.toString());
    return row;
  }

  Map<String, Object> apiResponse() {
    Map<String, Object> answer = listRow();
    answer.put("updatedAt", updatedAt.toString());
    answer.put("kycStatus", "APPROVED");
    answer.put("email", Canary.UNLISTED);
    return answer;
  }

  /** The event of that report, with its fields as messages write them. */
  public ExpectedOrder.OrderEvent event(OrderReport report) {
    Map<String, String> written = new HashMap<>();
    fields(report)
        .forEach(
            (name, value) -> {
              if (value != null) {
                written.put(name, value.toString());
              }
            });
    return new ExpectedOrder.OrderEvent(report, written);
  }

  /** The fields with that report: the amount is settled late, and the hash arrives late. */
  Map<String, Object> fields(OrderReport report) {
    boolean sent = report.state().rank() >= OrderState.DELIVERING.rank();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("partnerOrderId", "partner-" + id);
    fields.put("fiatCurrency", "EUR");
    fields.put("fiatAmount", 100 + Math.floorMod(id.hashCode(), 900));
    fields.put("cryptoCurrency", "ETH");
    fields.put("cryptoAmount", sent ? "0.0412" : "0.04");
    fields.put("network", "ethereum");
    fields.put("walletAddress", Canary.LISTED + "-" + id);
    fields.put("transactionHash", sent ? "0x" + Integer.toHexString(id.hashCode()) : null);
    return fields;
  }

  @Override
  public String toString() {
    return Objects.toString(id);
  }
}
