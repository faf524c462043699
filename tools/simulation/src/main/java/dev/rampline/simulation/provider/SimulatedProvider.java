package dev.rampline.simulation.provider;

import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.testkit.provider.KycReport;
import dev.rampline.testkit.provider.OrderReport;
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

/** The provider: its orders, the events it has sent, and the tokens it signs with. */
public final class SimulatedProvider {
  /** The API key of Rampline. */
  public static final String API_KEY = "simulated-api-key";

  /** The API secret. */
  public static final String API_SECRET = "simulated-api-secret";

  /** A short lifetime makes it likely that a retry arrives after its signing key expires. */
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
   * Changes an order and creates the event that reports it.
   *
   * @param now the time of the change
   */
  public SimulatedOrderEvent advance(String id, OrderReport report, Instant now) {
    SimulatedOrder order = orders.computeIfAbsent(id, created -> new SimulatedOrder(created, now));
    order.advance(report, now);
    SimulatedOrderEvent event =
        new SimulatedOrderEvent(
            events.size() + 1, "order/" + id, report, orderPayloads.payload(order, report, now));
    events.add(event);
    return event;
  }

  /**
   * Changes a customer's KYC and creates the event that reports it.
   *
   * @param hasPartnerId whether the partner has assigned its own ID to the customer
   */
  public SimulatedEvent reportKyc(String id, boolean hasPartnerId, KycReport report) {
    SimulatedCustomer customer =
        customers.computeIfAbsent(id, made -> new SimulatedCustomer(made, hasPartnerId));
    SimulatedKycEvent event =
        kycPayloads.event(events.size() + 1, customer, report, clock.instant());
    customer.addEvent(event);
    events.add(event);
    return event;
  }

  /** The customers. */
  public Collection<SimulatedCustomer> customers() {
    return customers.values();
  }

  /** Deletes an order: the list rows behind it move up. */
  public void removeOrder(String id) {
    orders.remove(id);
  }

  /** Whether the order ever existed. */
  public boolean hasKnown(String subject) {
    return events.stream().anyMatch(event -> event.subject().equals(subject));
  }

  /** The orders. */
  public Collection<SimulatedOrder> orders() {
    return orders.values();
  }

  /** The body of a webhook, signed with the newest token. */
  public String signedBody(SimulatedEvent event) {
    String body = SimulatedJwt.signedBody(event.payload(), token);
    signingTokens.put(body, token);
    return body;
  }

  /** The token that a body was signed with. */
  public String signingToken(String body) {
    return Objects.requireNonNull(signingTokens.get(body));
  }

  /** The socket packet of the event; empty if the socket does not send it. */
  public Optional<SocketPacket> socketPacket(SimulatedOrderEvent event) {
    return socketPayloads.packet(event.orderId(), event.report());
  }

  /** A false socket packet about an order. */
  public SocketPacket falsePacket(String orderId) {
    return socketPayloads.falsePacket(orderId);
  }

  /** A malformed socket packet. */
  public SocketPacket malformedPacket(String orderId) {
    return socketPayloads.malformedPacket(orderId);
  }

  /** The newest token. */
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

  /** The orders, last updated first. */
  List<SimulatedOrder> ordersByUpdate() {
    return orders.values().stream()
        .sorted(Comparator.comparing(SimulatedOrder::updatedAt).reversed())
        .toList();
  }

  boolean isTokenValid(String given) {
    return Objects.requireNonNullElse(tokens.get(given), Instant.MIN).isAfter(clock.instant());
  }

  /** Issues a new token and signs with it from now on. */
  final String issueToken() {
    token = "simulated-access-token-number-%04d".formatted(tokens.size() + 1);
    tokens.put(token, clock.instant().plus(tokenLifetime));
    return token;
  }

  long tokenLifetimeSeconds() {
    return tokenLifetime.toSeconds();
  }
}
