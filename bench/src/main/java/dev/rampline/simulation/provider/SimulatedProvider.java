package dev.rampline.simulation.provider;

import dev.rampline.simulation.environment.SimulationRandom;
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
public final class SimulatedProvider {
  /** What it knows Rampline by. */
  public static final String API_KEY = "simulated-api-key";

  /** The other half. */
  public static final String API_SECRET = "simulated-api-secret";

  /** The shorter, the more often a retry comes after the key that has signed it. */
  private static final List<Duration> TOKEN_LIFETIMES =
      List.of(Duration.ofMinutes(40), Duration.ofHours(2));

  private final Map<String, SimulatedOrder> orders = new LinkedHashMap<>();
  private final Map<String, SimulatedCustomer> customers = new LinkedHashMap<>();
  private final Map<String, String> signingTokens = new HashMap<>();
  private final List<SimulatedEvent> events = new ArrayList<>();
  private final Map<String, Instant> tokens = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Duration tokenLifetime;
  private final OrderPayloadFactory orderPayloads;
  private final KycPayloadFactory kycPayloads;
  private final SocketPayloadFactory socketPayloads;
  private String token = "";

  public SimulatedProvider(InstantSource clock, SimulationRandom chance) {
    this.clock = clock;
    this.tokenLifetime = chance.fork("tokens").pick(TOKEN_LIFETIMES);
    this.orderPayloads = new OrderPayloadFactory(chance);
    this.kycPayloads = new KycPayloadFactory(chance);
    this.socketPayloads = new SocketPayloadFactory(chance.fork("socket"));
    issueToken();
  }

  /**
   * Brings an order to a stage, and says so.
   *
   * @param now when that comes to pass, or came
   */
  public SimulatedOrderEvent advance(String id, OrderPhase stage, Instant now) {
    SimulatedOrder order = orders.computeIfAbsent(id, created -> new SimulatedOrder(created, now));
    order.advance(stage, now);
    SimulatedOrderEvent word =
        new SimulatedOrderEvent(
            events.size() + 1,
            "order/" + id,
            stage,
            order.fields(stage),
            orderPayloads.payload(order, stage, now));
    events.add(word);
    return word;
  }

  /**
   * Brings a customer to a verdict, and says so.
   *
   * @param numbered whether the partner has given them a number of its own
   */
  public SimulatedEvent setKycPhase(String id, boolean numbered, KycPhase verdict) {
    SimulatedCustomer customer =
        customers.computeIfAbsent(id, made -> new SimulatedCustomer(made, numbered));
    SimulatedKycEvent word =
        kycPayloads.event(events.size() + 1, customer, verdict, clock.instant());
    customer.addEvent(word);
    events.add(word);
    return word;
  }

  /** Its customers. */
  public Collection<SimulatedCustomer> customers() {
    return customers.values();
  }

  /** Knows an order no more: all that stand behind it in the list move up. */
  public void removeOrder(String id) {
    orders.remove(id);
  }

  /** Whether it has ever known them. */
  public boolean hasKnown(String subject) {
    return events.stream().anyMatch(word -> word.subject().equals(subject));
  }

  /** Its orders. */
  public Collection<SimulatedOrder> orders() {
    return orders.values();
  }

  /** The body of a webhook, signed with the token that was given last. */
  public String signedBody(SimulatedEvent word) {
    String body = SimulatedJwt.signedBody(word.payload(), token);
    signingTokens.put(body, token);
    return body;
  }

  /** The token that a body was signed with. */
  public String signingToken(String body) {
    return Objects.requireNonNull(signingTokens.get(body));
  }

  /** The same as its socket says it, unsigned; empty: it does not. */
  public Optional<SocketPacket> socketPacket(SimulatedOrderEvent word) {
    return socketPayloads.packet(word.orderId(), word.phase());
  }

  /** What its socket may say of an order that is not so. */
  public SocketPacket falsePacket(String orderId) {
    return socketPayloads.falsePacket(orderId);
  }

  /** What its socket may say that nobody can read. */
  public SocketPacket malformedPacket(String orderId) {
    return socketPayloads.malformedPacket(orderId);
  }

  /** The token that was given last. */
  public String token() {
    return token;
  }

  Optional<SimulatedCustomer> customer(String partnerCustomerId) {
    return customers.values().stream()
        .filter(customer -> customer.hasId(partnerCustomerId))
        .findFirst();
  }

  Optional<SimulatedOrder> order(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** The last updated first. */
  List<SimulatedOrder> ordersByUpdate() {
    return orders.values().stream()
        .sorted(Comparator.comparing(SimulatedOrder::updatedAt).reversed())
        .toList();
  }

  boolean isTokenValid(String given) {
    return Objects.requireNonNullElse(tokens.get(given), Instant.MIN).isAfter(clock.instant());
  }

  /** From now on it signs with the new one. */
  final String issueToken() {
    token = "simulated-access-token-number-%04d".formatted(tokens.size() + 1);
    tokens.put(token, clock.instant().plus(tokenLifetime));
    return token;
  }

  long tokenLifetimeSeconds() {
    return tokenLifetime.toSeconds();
  }
}
