package dev.rampline.devkit.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the provider knows of every order and customer, as its API tells it (provider.md §2). */
public final class ProviderBook {
  private final List<BookedOrder> newestFirst;
  private final Map<String, Truth> customers;

  private ProviderBook(List<BookedOrder> newestFirst, Map<String, Truth> customers) {
    this.newestFirst = newestFirst;
    this.customers = customers;
  }

  /**
   * What is true once every story has come to its end.
   *
   * @param now when the last of them did; the others ended a millisecond before each other
   */
  public static ProviderBook of(List<Story> stories, Instant now) {
    List<Truth> orders =
        stories.stream()
            .map(Story::truth)
            .filter(truth -> truth.subject().startsWith("order/"))
            .toList()
            .reversed();
    return new ProviderBook(
        IntStream.range(0, orders.size())
            .mapToObj(index -> new BookedOrder(orders.get(index), now.minusMillis(index)))
            .toList(),
        stories.stream()
            .map(Story::truth)
            .filter(truth -> truth.details().containsKey("partnerCustomerId"))
            .filter(truth -> truth.subject().startsWith("kyc/"))
            .collect(
                Collectors.toUnmodifiableMap(
                    truth -> truth.details().getOrDefault("partnerCustomerId", ""),
                    truth -> truth)));
  }

  ObjectNode page(int page, int limit) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    newestFirst.stream()
        .skip((long) (page - 1) * limit)
        .limit(limit)
        .map(BookedOrder::row)
        .forEach(answer.putArray("data")::add);
    answer
        .putObject("pagination")
        .put("totalItems", newestFirst.size())
        .put("totalPages", (newestFirst.size() + limit - 1) / limit)
        .put("currentPage", page)
        .put("perPage", limit);
    return answer;
  }

  Optional<ObjectNode> order(String id) {
    return newestFirst.stream()
        .filter(order -> order.id().equals(id))
        .findFirst()
        .map(BookedOrder::whole);
  }

  Optional<ObjectNode> kyc(String partnerCustomerId) {
    return Optional.ofNullable(customers.get(partnerCustomerId)).map(ProviderBook::kyc);
  }

  private static ObjectNode kyc(Truth truth) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("userId", truth.details().get("userId"))
        .put("status", ApiStatus.ofCustomer(truth))
        .put("level", "TIER_2");
  }
}
