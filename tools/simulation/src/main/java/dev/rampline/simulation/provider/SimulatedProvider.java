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
import java.util.Set;

/** The provider: its orders, the events it has sent, and the tokens it signs with. */
public final class SimulatedProvider {
  /** The API key of Rampline. */
  public static final String API_KEY = "simulated-api-key";

  /** The API secret. */
  public static final String API_SECRET = "simulated-api-secret";

  /** A token that a person added to the keys, and that signs some of the webhooks. */
  public static final String ADDED_TOKEN = "simulated-access-token-added";

  private static final double ADDED_TOKEN_PROBABILITY = 0.1;

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
  private final SimulationRandom signing;
  private final WebhookPayloadFactory payloads;
  private final SocketPayloadFactory socketPayloads;
  private String token = "";

  public SimulatedProvider(InstantSource clock, SimulationRandom random) {
    this.clock = clock;
    this.tokenLifetime = random.fork("tokens").pick(TOKEN_LIFETIMES);
    this.signing = random.fork("signing");
    this.payloads = new WebhookPayloadFactory(random);
    this.socketPayloads = new SocketPayloadFactory(random.fork("socket"));
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
            events.size() + 1, "order/" + id, report, payloads.payload(order, report, now));
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
    SimulatedKycEvent event = payloads.event(events.size() + 1, customer, report, clock.instant());
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

  /** All events, whether delivered or not. */
  public List<SimulatedEvent> events() {
    return List.copyOf(events);
  }

  /** Whether the order ever existed, or a customer has that id. */
  public boolean hasKnown(String subject) {
    return !eventsOf(subject).isEmpty();
  }

  /** The events of an order, or of the customer with that id. */
  public List<SimulatedEvent> eventsOf(String subject) {
    Set<String> subjects = subjectsOf(subject);
    return events.stream().filter(event -> subjects.contains(event.subject())).toList();
  }

  /** All subjects of the customer with that id; of an order, that subject alone. */
  public Set<String> subjectsOf(String subject) {
    return customerOf(subject).map(SimulatedCustomer::subjects).orElse(Set.of(subject));
  }

  private Optional<SimulatedCustomer> customerOf(String subject) {
    return customers.values().stream()
        .filter(customer -> customer.subjects().contains(subject))
        .findFirst();
  }

  /** The orders. */
  public Collection<SimulatedOrder> orders() {
    return orders.values();
  }

  /** The body of a webhook, signed with the newest token, or with the one that a person added. */
  public String signedBody(SimulatedEvent event) {
    String key = signing.drawBoolean(ADDED_TOKEN_PROBABILITY) ? ADDED_TOKEN : token;
    String body = SimulatedJwt.signedBody(event.payload().json(), key);
    signingTokens.put(body, key);
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
