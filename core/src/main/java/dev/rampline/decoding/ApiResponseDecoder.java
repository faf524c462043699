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
 * Makes observations of what the provider's API answers (provider.md §2.2, §2.3, §2.6), by the same
 * vocabulary as the webhooks, in any of the wrappers of A14. What an answer tells without its
 * subject or its status is no answer. It never throws for its input. Thread-safe.
 */
public final class ApiResponseDecoder {
  private static final List<String> UPDATED_AT = List.of("updatedAt");

  private final WebhookDecoder decoder;

  /**
   * @param extraFields names of undocumented fields whose values are to be kept
   */
  public ApiResponseDecoder(Set<String> extraFields) {
    this.decoder = new WebhookDecoder(extraFields);
  }

  /** The order with that id, if that is what the answer tells of. */
  public Optional<OrderResponse> order(Json answer, String orderId, EventMetadata reception) {
    return unwrapped(answer)
        .flatMap(order -> order(order, reception))
        .filter(order -> order.event().subject().equals(Subject.order(orderId)));
  }

  /** The KYC of that customer, if the answer tells of it; it need not repeat whom it is about. */
  public Optional<VerifiedEvent> kyc(
      Json answer, String partnerCustomerId, EventMetadata reception) {
    return unwrapped(answer)
        .map(status -> withCustomerId(status, partnerCustomerId))
        .flatMap(status -> verifiedEvent(status, reception))
        .filter(word -> word.subject().equals(Subject.customer(partnerCustomerId)));
  }

  /** The page, if the answer is one. */
  public Optional<OrdersPage> orders(Json answer, EventMetadata reception) {
    return rows(answer).map(rows -> page(rows, isLast(answer), reception));
  }

  private OrdersPage page(List<Json> rows, boolean isLast, EventMetadata reception) {
    List<VerifiedEvent> orders =
        rows.stream()
            .filter(Json.Obj.class::isInstance)
            .flatMap(row -> order((Json.Obj) row, reception).stream())
            .map(OrderResponse::event)
            .toList();
    return new OrdersPage(orders, rows.size() - orders.size(), isLast);
  }

  private Optional<OrderResponse> order(Json.Obj order, EventMetadata reception) {
    return verifiedEvent(order, reception)
        .filter(word -> word.subject().kind() == Subject.Kind.ORDER)
        .map(word -> new OrderResponse(word, updatedAt(order).orElse(null)));
  }

  private Optional<VerifiedEvent> verifiedEvent(Json.Obj body, EventMetadata reception) {
    Json.Obj stateAlone = without(body, Vocabulary.ENVELOPE_FIELDS);
    return decoder.decode(stateAlone, reception)
            instanceof DecodingResult.WithEvent(VerifiedEvent observation, int _)
        ? Optional.of(observation).filter(word -> word.status().rawStatus() != null)
        : Optional.empty();
  }

  private static Optional<Instant> updatedAt(Json.Obj order) {
    return new PayloadFieldReader(new Payload(order, List.of(order), false))
        .findInBody(ValueFormat.MOMENT, UPDATED_AT)
        .map(Instant::parse);
  }

  /** Asked for by an id of the partner's; any other id in the answer is not an order's. */
  private static Json.Obj withCustomerId(Json.Obj status, String partnerCustomerId) {
    Map<String, Json> members =
        new LinkedHashMap<>(without(status, Vocabulary.ORDER_ID.names()).members());
    String name = Vocabulary.KYC_IDS.getFirst().names().getFirst();
    Json told = members.get(name);
    if (told == null || !ValueFormat.CODE.hasValue(told)) {
      members.put(name, new Json.Text(partnerCustomerId));
    }
    return new Json.Obj(members);
  }

  private static Json.Obj without(Json.Obj body, List<String> names) {
    Map<String, Json> members = new LinkedHashMap<>(body.members());
    names.forEach(members::remove);
    return new Json.Obj(members);
  }

  private static Optional<Json.Obj> unwrapped(Json answer) {
    return answer instanceof Json.Obj bare
        ? Payload.object(bare, Vocabulary.DATA).or(() -> Optional.of(bare))
        : Optional.empty();
  }

  private static Optional<List<Json>> rows(Json answer) {
    return switch (answer) {
      case Json.Arr(List<Json> rows) -> Optional.of(rows);
      case Json.Obj wrapper -> wrapper.get(Vocabulary.DATA).flatMap(ApiResponseDecoder::rows);
      case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  private static boolean isLast(Json answer) {
    return answer instanceof Json.Obj wrapper
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
