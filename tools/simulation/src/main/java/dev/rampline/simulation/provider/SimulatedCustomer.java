package dev.rampline.simulation.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A customer in the provider's data. */
public final class SimulatedCustomer {
  /** The subjects by id, the preferred one first ({@code docs/architecture.md#concepts}). */
  private static final Map<String, String> SUBJECTS = new LinkedHashMap<>();

  static {
    SUBJECTS.put("partnerCustomerId", "kyc/customer/");
    SUBJECTS.put("partnerUserId", "kyc/partner-user/");
    SUBJECTS.put("userId", "kyc/user/");
  }

  private final String id;
  private final boolean hasPartnerId;
  private final List<SimulatedKycEvent> events = new ArrayList<>();
  private boolean isAnswered;

  SimulatedCustomer(String id, boolean numbered) {
    this.id = id;
    this.hasPartnerId = numbered;
  }

  /** The subject of events that name these ids. */
  static String subject(Map<String, String> ids) {
    return SUBJECTS.entrySet().stream()
        .filter(subject -> ids.containsKey(subject.getKey()))
        .map(subject -> subject.getValue() + ids.get(subject.getKey()))
        .findFirst()
        .orElseThrow();
  }

  /** The subject of each of these ids. */
  public static Set<String> subjects(Map<String, String> ids) {
    return ids.entrySet().stream()
        .map(named -> Objects.requireNonNull(SUBJECTS.get(named.getKey())) + named.getValue())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The subjects in messages: one for each id. */
  public Set<String> subjects() {
    return subjects(ids());
  }

  /** The name of the id that makes that subject, with the id. */
  public Map<String, String> idOf(String subject) {
    return ids().entrySet().stream()
        .filter(named -> subjects(Map.ofEntries(named)).contains(subject))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
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

  /** Its ids in webhooks. */
  public Map<String, String> ids() {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("partnerUserId", hasPartnerId ? "user-of-" + id : id);
    ids.put("userId", userId());
    if (hasPartnerId) {
      ids.put("partnerCustomerId", id);
    }
    return ids;
  }

  private String userId() {
    return "provider-user-of-" + id;
  }

  /** The subjects that the API has linked: its response to a lookup by one id names another. */
  public Set<String> linkedByApi() {
    return isAnswered ? subjects(Map.of("partnerCustomerId", id, "userId", userId())) : Set.of();
  }

  Map<String, Object> apiResponse() {
    isAnswered = true;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("userId", userId());
    answer.put("status", events.getLast().report().status());
    answer.put("level", "TIER_2");
    answer.put("email", Canary.UNLISTED);
    return answer;
  }
}
