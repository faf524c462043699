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
  private static final int MAX_WRAPPERS = 2;

  private final Vocabulary vocabulary;
  private final WebhookDecoder decoder;

  /**
   * @param extraFields names of undocumented fields whose values are kept
   */
  public ApiResponseDecoder(Vocabulary vocabulary, Set<String> extraFields) {
    this.vocabulary = vocabulary;
    this.decoder = new WebhookDecoder(vocabulary, extraFields);
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
        .flatMap(status -> verifiedEvent(Subject.Kind.KYC, status, metadata))
        .filter(event -> event.subject().equals(Subject.customer(partnerCustomerId)));
  }

  /** Returns whether the response is about an order with another id. */
  public boolean isAboutOtherOrder(Json response, String orderId, EventMetadata metadata) {
    return unwrapped(response)
        .flatMap(order -> verifiedEvent(Subject.Kind.ORDER, order, metadata))
        .filter(event -> !event.subject().equals(Subject.order(orderId)))
        .isPresent();
  }

  /** Returns whether the response is about a customer with another id. */
  public boolean isAboutOtherCustomer(
      Json response, String partnerCustomerId, EventMetadata metadata) {
    return unwrapped(response)
        .flatMap(status -> verifiedEvent(Subject.Kind.KYC, status, metadata))
        .filter(event -> event.subject().isCustomer())
        .filter(event -> !event.subject().equals(Subject.customer(partnerCustomerId)))
        .isPresent();
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
    return verifiedEvent(Subject.Kind.ORDER, order, metadata)
        .map(event -> new OrderResponse(event, updatedAt(order).orElse(null)));
  }

  /** The members of a delivery's envelope have no meaning in a response, which contains a state. */
  private Optional<VerifiedEvent> verifiedEvent(
      Subject.Kind kind, Json.Obj body, EventMetadata metadata) {
    Json.Obj withoutEnvelope = body.without(vocabulary.envelope());
    return decoder.decodeResponse(
        kind, withoutEnvelope.without(vocabulary.names().eventTexts()), metadata);
  }

  private static Optional<Instant> updatedAt(Json.Obj order) {
    return order.get("updatedAt").flatMap(ValueFormat.MOMENT::read).map(Instant::parse);
  }

  /** The request named the partner's customer id, so the response need not contain it. */
  private Json.Obj withCustomerId(Json.Obj status, String partnerCustomerId) {
    List<MemberPath> names = vocabulary.kycIds().getFirst().names();
    boolean hasId =
        names.stream()
            .flatMap(name -> status.get(name.text()).stream())
            .anyMatch(ValueFormat.CODE::hasValue);
    if (hasId) {
      return status;
    }
    Map<String, Json> members = new LinkedHashMap<>(status.members());
    members.put(names.getFirst().text(), new Json.Text(partnerCustomerId));
    return new Json.Obj(members);
  }

  /** Returns the object that describes the subject, without the wrappers around it. */
  private Optional<Json.Obj> unwrapped(Json response) {
    return response instanceof Json.Obj bare ? Optional.of(unwrapped(bare, 0)) : Optional.empty();
  }

  private Json.Obj unwrapped(Json.Obj object, int depth) {
    boolean isWrapper =
        depth < MAX_WRAPPERS && object.get("status").filter(Json.Text.class::isInstance).isEmpty();
    Optional<Json.Obj> inner =
        Payload.object(object, DocumentedFields.DATA)
            .or(() -> isWrapper ? Payload.object(object, "order") : Optional.empty());
    return depth < MAX_WRAPPERS && inner.isPresent() ? unwrapped(inner.get(), depth + 1) : object;
  }

  private static Optional<List<Json>> rows(Json response) {
    return switch (response) {
      case Json.Arr(List<Json> rows) -> Optional.of(rows);
      case Json.Obj wrapper -> wrapper.get(DocumentedFields.DATA).flatMap(ApiResponseDecoder::rows);
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
