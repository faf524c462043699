package dev.rampline.bench.provider;

import dev.rampline.bench.world.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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

  /** The shorter, the more often a retry comes after the key that has signed it. */
  private static final List<Duration> TOKEN_LIVES =
      List.of(Duration.ofMinutes(40), Duration.ofHours(2));

  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final Map<String, String> signers = new HashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final Map<String, Instant> tokens = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Duration tokenLife;
  private final Wording wording;
  private final KycWording kycWording;
  private final SocketWording socketWording;
  private String token = "";

  public Provider(InstantSource clock, Chance chance) {
    this.clock = clock;
    this.tokenLife = chance.of("tokens").oneOf(TOKEN_LIVES);
    this.wording = new Wording(chance);
    this.kycWording = new KycWording(chance);
    this.socketWording = new SocketWording(chance.of("socket"));
    giveToken();
  }

  /**
   * Brings an order to a stage, and says so.
   *
   * @param now when that comes to pass, or came
   */
  public OrderWord advance(String id, Stage stage, Instant now) {
    Order order = orders.computeIfAbsent(id, created -> new Order(created, now));
    order.advance(stage, now);
    OrderWord word =
        new OrderWord(
            words.size() + 1,
            "order/" + id,
            stage,
            order.facts(stage),
            wording.payload(order, stage, now));
    words.add(word);
    return word;
  }

  /**
   * Brings a customer to a verdict, and says so.
   *
   * @param numbered whether the partner has given them a number of its own
   */
  public Word judge(String id, boolean numbered, Verdict verdict) {
    Customer customer = customers.computeIfAbsent(id, made -> new Customer(made, numbered));
    KycWord word = kycWording.word(words.size() + 1, customer, verdict, clock.instant());
    customer.said(word);
    words.add(word);
    return word;
  }

  /** Its customers. */
  public Collection<Customer> customers() {
    return customers.values();
  }

  /** Knows an order no more: all that stand behind it in the list move up. */
  public void forget(String id) {
    orders.remove(id);
  }

  /** Whether it has ever known them. */
  public boolean knew(String subject) {
    return words.stream().anyMatch(word -> word.subject().equals(subject));
  }

  /** Its orders. */
  public Collection<Order> orders() {
    return orders.values();
  }

  /** The body of a webhook, signed with the token that was given last. */
  public String signed(Word word) {
    String body = Signature.body(word.payload(), token);
    signers.put(body, token);
    return body;
  }

  /** The token that a body was signed with. */
  public String signer(String body) {
    return Objects.requireNonNull(signers.get(body));
  }

  /** The same as its socket says it, unsigned; empty: it does not. */
  public Optional<Packet> spoken(OrderWord word) {
    return socketWording.packet(word.orderId(), word.stage());
  }

  /** What its socket may say of an order that is not so. */
  public Packet untrue(String orderId) {
    return socketWording.untrue(orderId);
  }

  /** What its socket may say that nobody can read. */
  public Packet odd(String orderId) {
    return socketWording.odd(orderId);
  }

  /** The token that was given last. */
  public String token() {
    return token;
  }

  Optional<Customer> customer(String partnerCustomerId) {
    return customers.values().stream()
        .filter(customer -> customer.is(partnerCustomerId))
        .findFirst();
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
    tokens.put(token, clock.instant().plus(tokenLife));
    return token;
  }

  long tokenLifeSeconds() {
    return tokenLife.toSeconds();
  }
}
