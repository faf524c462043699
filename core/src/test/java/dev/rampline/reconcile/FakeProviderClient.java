package dev.rampline.reconcile;

import dev.rampline.failure.CallFailure;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A provider with short pages whose orders can change during a scan. */
final class FakeProviderClient implements ProviderClient {
  static final int PAGE_SIZE = 3;

  private final Map<String, Order> orders = new HashMap<>();
  private final Map<String, String> members = new HashMap<>();
  private final Map<String, String> customers = new HashMap<>();
  private final Set<String> failing = new HashSet<>();
  private final Map<String, Integer> refused = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private Runnable afterEachPage = () -> {};
  private Runnable beforeEachOrder = () -> {};
  private boolean listing = true;
  private boolean paging = true;

  /** An order. {@code timed}: whether the full response contains its time of update. */
  record Order(String id, String status, Instant updatedAt, boolean timed) {}

  void addOrder(String id, String status, Instant updatedAt) {
    orders.put(id, new Order(id, status, updatedAt, true));
  }

  void addUntimedOrder(String id, String status, Instant updatedAt) {
    orders.put(id, new Order(id, status, updatedAt, false));
  }

  /** Answers a request for one id with the order of another. */
  void confuse(String requestedId, String answeredId) {
    orders.put(requestedId, new Order(answeredId, "PROCESSING", Instant.EPOCH, true));
  }

  /** Answers a request for the id with a status that is neither an answer nor an outage. */
  void refuse(String id, int status) {
    refused.put(id, status);
  }

  /** Adds a member to the order's row and to the full response. */
  void addMember(String id, String name, String value) {
    members.merge(id, ",\"%s\":\"%s\"".formatted(name, value), String::concat);
  }

  void removeOrder(String id) {
    orders.remove(id);
  }

  /** Sets whether the list contains the orders; otherwise they are found by their ids only. */
  void setListing(boolean listing) {
    this.listing = listing;
  }

  /** Returns the first page for every page from now on. */
  void disablePaging() {
    paging = false;
  }

  void addCustomer(String id, String status) {
    customers.put(id, status);
  }

  void failOn(String id) {
    failing.add(id);
  }

  void afterEachPage(Runnable change) {
    afterEachPage = change;
  }

  void beforeEachOrder(Runnable change) {
    beforeEachOrder = change;
  }

  String lastRequest() {
    return requests.getLast();
  }

  /** Returns the requests in order: pages as numbers, subjects as ids. */
  List<String> requests() {
    return requests;
  }

  @Override
  public Json orders(int page, Deadline deadline) {
    requests.add(Integer.toString(page));
    fail("list");
    String rows =
        orders.values().stream()
            .filter(order -> listing)
            .sorted(Comparator.comparing(Order::updatedAt).reversed())
            .skip(paging ? (long) (page - 1) * PAGE_SIZE : 0)
            .limit(PAGE_SIZE)
            .map(
                order ->
                    "{\"id\":\"%s\",\"status\":\"%s\"%s}"
                        .formatted(order.id, order.status, members.getOrDefault(order.id, "")))
            .collect(Collectors.joining(","));
    afterEachPage.run();
    return json("{\"data\":[" + rows + "]}");
  }

  @Override
  public Optional<Json> order(String id, Deadline deadline) {
    requests.add(id);
    fail(id);
    beforeEachOrder.run();
    return Optional.ofNullable(orders.get(id)).map(this::full);
  }

  @Override
  public Optional<Json> kyc(String id, Deadline deadline) {
    requests.add(id);
    fail(id);
    return Optional.ofNullable(customers.get(id))
        .map(status -> json("{\"userId\":\"u-1\",\"status\":\"" + status + "\"}"));
  }

  private void fail(String id) {
    if (failing.contains(id)) {
      throw new ProviderUnavailableException(CallFailure.ofStatus(503), null);
    }
    if (refused.containsKey(id)) {
      throw new UnreadableAnswerException(CallFailure.ofStatus(refused.get(id)));
    }
  }

  private Json full(Order order) {
    String time = order.timed ? ",\"updatedAt\":\"" + order.updatedAt + "\"" : "";
    return json(
        "{\"id\":\"%s\",\"status\":\"%s\",\"network\":\"ethereum\"%s%s}"
            .formatted(order.id, order.status, time, members.getOrDefault(order.id, "")));
  }

  private static Json json(String text) {
    return JsonReader.read(text).orElseThrow();
  }
}
