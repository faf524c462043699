package dev.rampline.devkit.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What the provider knows of every order and customer so far, as its API tells it (provider.md §2).
 * Thread-safe.
 */
public final class ProviderBook {
  /** Every order by its id, the last updated last. */
  private final SequencedMap<String, BookedOrder> orders = new LinkedHashMap<>();

  private final Map<String, ObjectNode> customers = new HashMap<>();
  private final InstantSource clock;

  /** With nothing in it yet. */
  public ProviderBook(InstantSource clock) {
    this.clock = clock;
  }

  /** What is true once every story has come to its end. */
  public static ProviderBook of(List<Story> stories, InstantSource clock) {
    ProviderBook book = new ProviderBook(clock);
    stories.stream().flatMap(story -> story.words().stream()).forEach(book::note);
    return book;
  }

  /** From now on that word is true. */
  public synchronized void note(Word word) {
    Echo echo = word.echo();
    String order = echo.facts().get("orderId");
    if (order != null) {
      noteOrder(order, echo, clock.instant());
    }
    String customer = echo.facts().get("partnerCustomerId");
    if (customer != null) {
      customers.put(customer, kyc(echo));
    }
  }

  private void noteOrder(String id, Echo echo, Instant now) {
    BookedOrder known = orders.remove(id);
    BookedOrder before = known == null ? new BookedOrder(Map.of(), "PENDING_PAYMENT", now) : known;
    orders.putLast(id, before.after(echo, now));
  }

  private static ObjectNode kyc(Echo echo) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("userId", echo.facts().get("userId"))
        .put("status", echo.status())
        .put("level", "TIER_2");
  }

  synchronized int size() {
    return orders.size();
  }

  /** So many rows from that one on, the last updated first. */
  synchronized List<ObjectNode> rows(int from, int count) {
    Stream<BookedOrder> newestFirst = orders.sequencedValues().reversed().stream();
    return newestFirst.skip(Math.max(0, from)).limit(count).map(BookedOrder::row).toList();
  }

  synchronized Optional<ObjectNode> order(String id) {
    return Optional.ofNullable(orders.get(id)).map(BookedOrder::whole);
  }

  synchronized Optional<ObjectNode> kyc(String partnerCustomerId) {
    return Optional.ofNullable(customers.get(partnerCustomerId)).map(ObjectNode::deepCopy);
  }
}
