package dev.rampline.decoding;

import dev.rampline.json.Json;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.Subject;
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
public final class AnswerDecoder {
  private static final List<String> UPDATED_AT = List.of("updatedAt");

  private final WebhookDecoder words;

  /**
   * @param extraFields names of undocumented fields whose values are to be kept
   */
  public AnswerDecoder(Set<String> extraFields) {
    this.words = new WebhookDecoder(extraFields);
  }

  /** The order with that id, if that is what the answer tells of. */
  public Optional<OrderAnswer> order(Json answer, String orderId, Reception reception) {
    return unwrapped(answer)
        .flatMap(order -> order(order, reception))
        .filter(order -> order.observation().subject().equals(Subject.order(orderId)));
  }

  /** The KYC of that customer, if the answer tells of it; it need not repeat whom it is about. */
  public Optional<Observation> kyc(Json answer, String partnerCustomerId, Reception reception) {
    return unwrapped(answer)
        .map(status -> about(status, partnerCustomerId))
        .flatMap(status -> observation(status, reception))
        .filter(word -> word.subject().equals(Subject.customer(partnerCustomerId)));
  }

  /** The page, if the answer is one. */
  public Optional<OrdersPage> orders(Json answer, Reception reception) {
    return rows(answer).map(rows -> page(rows, isLast(answer), reception));
  }

  private OrdersPage page(List<Json> rows, boolean isLast, Reception reception) {
    List<Observation> orders =
        rows.stream()
            .filter(Json.Obj.class::isInstance)
            .flatMap(row -> order((Json.Obj) row, reception).stream())
            .map(OrderAnswer::observation)
            .toList();
    return new OrdersPage(orders, rows.size() - orders.size(), isLast);
  }

  private Optional<OrderAnswer> order(Json.Obj order, Reception reception) {
    return observation(order, reception)
        .filter(word -> word.subject().kind() == Subject.Kind.ORDER)
        .map(word -> new OrderAnswer(word, updatedAt(order).orElse(null)));
  }

  private Optional<Observation> observation(Json.Obj body, Reception reception) {
    Json.Obj stateAlone = without(body, Vocabulary.PARTS_OF_A_DELIVERY);
    return words.decode(stateAlone, reception)
            instanceof Decoding.Observed(Observation observation, int _)
        ? Optional.of(observation).filter(word -> word.word().rawStatus() != null)
        : Optional.empty();
  }

  private static Optional<Instant> updatedAt(Json.Obj order) {
    return new Reading(new Payload(order, List.of(order), false))
        .inBody(Form.MOMENT, UPDATED_AT)
        .map(Instant::parse);
  }

  /** Asked for by an id of the partner's; any other id in the answer is not an order's. */
  private static Json.Obj about(Json.Obj status, String partnerCustomerId) {
    Map<String, Json> members =
        new LinkedHashMap<>(without(status, Vocabulary.ORDER_ID.names()).members());
    String name = Vocabulary.KYC_IDS.getFirst().names().getFirst();
    Json told = members.get(name);
    if (told == null || !Form.CODE.tells(told)) {
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
      case Json.Obj wrapper -> wrapper.get(Vocabulary.DATA).flatMap(AnswerDecoder::rows);
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
        .flatMap(Form.AMOUNT::read)
        .filter(text -> text.matches("[0-9]{1,12}"))
        .map(Long::valueOf);
  }
}
