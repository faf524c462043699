package dev.rampline.simulation.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A customer in the provider's data. */
public final class SimulatedCustomer {
  private final String id;
  private final boolean hasPartnerId;
  private final List<SimulatedKycEvent> events = new ArrayList<>();

  SimulatedCustomer(String id, boolean numbered) {
    this.id = id;
    this.hasPartnerId = numbered;
  }

  /** The subject in messages ({@code docs/architecture.md#concepts}). */
  public String subject() {
    return (hasPartnerId ? "kyc/customer/" : "kyc/partner-user/") + id;
  }

  /** All events of the customer, whether delivered or not. */
  public List<SimulatedKycEvent> events() {
    return List.copyOf(events);
  }

  boolean hasId(String partnerCustomerId) {
    return hasPartnerId && id.equals(partnerCustomerId);
  }

  void addEvent(SimulatedKycEvent event) {
    events.add(event);
  }

  /** Its IDs in webhooks. */
  public Map<String, String> ids() {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("partnerUserId", hasPartnerId ? "user-of-" + id : id);
    if (hasPartnerId) {
      ids.put("partnerCustomerId", id);
    }
    return ids;
  }

  Map<String, Object> apiResponse() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("userId", "provider-user-of-" + id);
    answer.put("status", events.getLast().report().status());
    answer.put("level", "TIER_2");
    answer.put("email", Canary.UNLISTED);
    return answer;
  }
}
