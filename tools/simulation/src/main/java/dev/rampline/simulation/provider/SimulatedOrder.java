package dev.rampline.simulation.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An order in the provider's data. */
public final class SimulatedOrder {
  private final String id;
  private final Instant createdAt;
  private final List<OrderPhase> phases = new ArrayList<>();
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

  /** All phases of the order in order. */
  public List<OrderPhase> phases() {
    return List.copyOf(phases);
  }

  /** The API's status. */
  public String apiStatus() {
    return apiStatus;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  void advance(OrderPhase phase, Instant now) {
    phases.add(phase);
    apiStatus = phase.apiStatus().orElse(apiStatus);
    updatedAt = now;
  }

  /** The fields in an API list; the single-order response has more. */
  Map<String, Object> listRow() {
    Map<String, Object> row = fields(phases.getLast());
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

  /** The fields at that phase: the amount is settled late, and the hash arrives late. */
  public Map<String, Object> fields(OrderPhase phase) {
    boolean sent = phase.rank() >= OrderPhase.DELIVERING.rank();
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
