package dev.rampline.decoding;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes the responses of the provider's API into verified events ({@code
 * docs/provider-api.md#orders-api}). It uses the same vocabulary as the webhooks and accepts every
 * wrapper of {@code docs/provider-api.md#a14}. A response without subject or status decodes to
 * empty. Never throws for its input. Thread-safe.
 */
public final class ApiResponseDecoder {
  private static final List<String> UPDATED_AT = List.of("updatedAt");

  private final WebhookDecoder decoder;

  /**
   * @param extraFields names of undocumented fields whose values are kept
   */
  public ApiResponseDecoder(Set<String> extraFields) {
    this.decoder = new WebhookDecoder(extraFields);
  }

  /** Decodes an order; empty if the response is not about that order. */
  public Optional<OrderResponse> order(Json response, String orderId, EventMetadata metadata) {
    return unwrapped(response)
        .flatMap(order -> order(order, metadata))
        .filter(order -> order.event().subject().equals(Subject.order(orderId)));
  }

  /**
   * Decodes a customer's KYC status; empty if the response is about something else. The response
   * need not contain the customer's id.
   */
  public Optional<VerifiedEvent> kyc(
      Json response, String partnerCustomerId, EventMetadata metadata) {
    return unwrapped(response)
        .map(status -> withCustomerId(status, partnerCustomerId))
        .flatMap(status -> verifiedEvent(status, metadata))
        .filter(event -> event.subject().equals(Subject.customer(partnerCustomerId)));
  }

  /** Decodes a page of orders; empty if the response is not a page. */
  public Optional<OrdersPage> orders(Json response, EventMetadata metadata) {
    return rows(response).map(rows -> page(rows, isLast(response), metadata));
  }

  private OrdersPage page(List<Json> rows, boolean isLast, EventMetadata metadata) {
    List<VerifiedEvent> orders =
        rows.stream()
            .filter(Json.Obj.class::isInstance)
            .flatMap(row -> order((Json.Obj) row, metadata).stream())
            .map(OrderResponse::event)
            .toList();
    return new OrdersPage(orders, rows.size() - orders.size(), isLast);
  }

  private Optional<OrderResponse> order(Json.Obj order, EventMetadata metadata) {
    return verifiedEvent(order, metadata)
        .filter(event -> event.subject().kind() == Subject.Kind.ORDER)
        .map(event -> new OrderResponse(event, updatedAt(order).orElse(null)));
  }

  private Optional<VerifiedEvent> verifiedEvent(Json.Obj body, EventMetadata metadata) {
    Json.Obj stateAlone = without(body, Vocabulary.ENVELOPE_FIELDS);
    return decoder.decode(stateAlone, metadata)
            instanceof DecodingResult.WithEvent(VerifiedEvent event, int _)
        ? Optional.of(event).filter(decoded -> decoded.status().rawStatus() != null)
        : Optional.empty();
  }

  private static Optional<Instant> updatedAt(Json.Obj order) {
    return new PayloadFieldReader(new Payload(order, List.of(order), false))
        .findInBody(ValueFormat.MOMENT, UPDATED_AT)
        .map(Instant::parse);
  }

  /**
   * The request named the partner's customer id, so another id in the response is not an order id.
   */
  private static Json.Obj withCustomerId(Json.Obj status, String partnerCustomerId) {
    Map<String, Json> members =
        new LinkedHashMap<>(without(status, Vocabulary.ORDER_ID.names()).members());
    String name = Vocabulary.KYC_IDS.getFirst().names().getFirst();
    Json customerId = members.get(name);
    if (customerId == null || !ValueFormat.CODE.hasValue(customerId)) {
      members.put(name, new Json.Text(partnerCustomerId));
    }
    return new Json.Obj(members);
  }

  private static Json.Obj without(Json.Obj body, List<String> names) {
    Map<String, Json> members = new LinkedHashMap<>(body.members());
    names.forEach(members::remove);
    return new Json.Obj(members);
  }

  private static Optional<Json.Obj> unwrapped(Json response) {
    return response instanceof Json.Obj bare
        ? Payload.object(bare, Vocabulary.DATA).or(() -> Optional.of(bare))
        : Optional.empty();
  }

  private static Optional<List<Json>> rows(Json response) {
    return switch (response) {
      case Json.Arr(List<Json> rows) -> Optional.of(rows);
      case Json.Obj wrapper -> wrapper.get(Vocabulary.DATA).flatMap(ApiResponseDecoder::rows);
      case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  private static boolean isLast(Json response) {
    return response instanceof Json.Obj wrapper
        && Payload.object(wrapper, "pagination")
            .map(pages -> isLast(number(pages, "currentPage"), number(pages, "totalPages")))
            .orElse(false);
  }

  private static boolean isLast(Optional<Long> current, Optional<Long> total) {
    return current.isPresent() && total.isPresent() && current.get() >= total.get();
  }

  private static Optional<Long> number(Json.Obj pages, String name) {
    return pages
        .get(name)
        .flatMap(ValueFormat.AMOUNT::read)
        .filter(text -> text.matches("[0-9]{1,12}"))
        .map(Long::valueOf);
  }
}
