package dev.rampline.bench.provider;

import dev.rampline.bench.world.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The provider: what is true of its orders, what it has said of them, and by which token. */
public final class Provider {
  /** What it knows Rampline by. */
  public static final String API_KEY = "simulated-api-key";

  /** The other half. */
  public static final String API_SECRET = "simulated-api-secret";

  private static final Duration TOKEN_LIFE = Duration.ofHours(2);

  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final Map<String, Instant> tokens = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Wording wording;
  private String token = "";

  public Provider(InstantSource clock, Chance chance) {
    this.clock = clock;
    this.wording = new Wording(chance);
    giveToken();
  }

  /** Brings an order to a stage, and says so. */
  public Word advance(String id, Stage stage) {
    return advance(id, stage, clock.instant());
  }

  /** The same, when that has come to pass already. */
  public Word advance(String id, Stage stage, Instant now) {
    Order order = orders.computeIfAbsent(id, created -> new Order(created, now));
    order.advance(stage, now);
    Word word =
        new Word(
            words.size() + 1,
            "order/" + id,
            stage,
            order.facts(stage),
            wording.payload(order, stage, now));
    words.add(word);
    return word;
  }

  /** Knows an order no more: all that stand behind it in the list move up. */
  public void forget(String id) {
    orders.remove(id);
  }

  /** Its orders. */
  public Collection<Order> orders() {
    return orders.values();
  }

  /** The body of a webhook, signed with the token that was given last. */
  public String signed(Word word) {
    return Signature.body(word.payload(), token);
  }

  /** The token that was given last. */
  public String token() {
    return token;
  }

  Optional<Order> order(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** The last updated first. */
  List<Order> byUpdate() {
    return orders.values().stream()
        .sorted(Comparator.comparing(Order::updatedAt).reversed())
        .toList();
  }

  boolean honours(String given) {
    return Objects.requireNonNullElse(tokens.get(given), Instant.MIN).isAfter(clock.instant());
  }

  /** From now on it signs with the new one. */
  final String giveToken() {
    token = "simulated-access-token-number-%04d".formatted(tokens.size() + 1);
    tokens.put(token, clock.instant().plus(TOKEN_LIFE));
    return token;
  }

  long tokenLifeSeconds() {
    return TOKEN_LIFE.toSeconds();
  }
}
