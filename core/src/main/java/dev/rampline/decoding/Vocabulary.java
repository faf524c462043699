package dev.rampline.decoding;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject.Kind;
import dev.rampline.verification.WebhookFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The provider's terms that Rampline knows: the documented ones ({@link DocumentedTerms}, {@link
 * DocumentedFields}) and those of the setting {@code RAMPLINE_VOCABULARY} ({@link
 * VocabularyAdditions}). All channels use it. Thread-safe.
 */
public final class Vocabulary {
  /** The documented terms alone. */
  public static final Vocabulary DOCUMENTED = new Vocabulary(VocabularyAdditions.NONE);

  private static final String ORDER_UPDATE = "order:update";

  private final VocabularyAdditions additions;
  private final TermTable<State> orderStatuses;
  private final TermTable<State> kycStatuses;
  private final TermTable<EventMeaning> events;
  private final TermTable<Side> sidesByEvent = new TermTable<>(DocumentedTerms.SIDES_BY_EVENT);
  private final FieldSource orderId;
  private final List<FieldSource> kycIds;
  private final List<FieldSource> orderFields;
  private final List<String> flatMembers;
  private final Set<String> bodyMarkers;
  private final Set<String> knownNames;

  /** Creates a vocabulary of the documented terms and these additions. */
  public Vocabulary(VocabularyAdditions additions) {
    this.additions = additions;
    this.orderStatuses = table(DocumentedTerms.ORDER_STATUSES, additions.orderStatusRows());
    this.kycStatuses = table(DocumentedTerms.KYC_STATUSES, additions.kycStatusRows());
    this.events = table(DocumentedTerms.EVENTS, additions.eventRows());
    this.orderId = withAdditions(DocumentedFields.ORDER_ID);
    this.kycIds = DocumentedFields.KYC_IDS.stream().map(this::withAdditions).toList();
    this.orderFields = DocumentedFields.ORDER_FIELDS.stream().map(this::withAdditions).toList();
    this.flatMembers =
        Stream.of(
                DocumentedFields.FLAT_MEMBERS,
                additions.names(Field.ORDER_ID.text()),
                additions.names(VocabularyAdditions.STATUS),
                additions.names(VocabularyAdditions.KYC_STATUS))
            .flatMap(List::stream)
            .toList();
    this.bodyMarkers =
        Stream.of(
                orderId.names().stream(),
                kycIds.stream().flatMap(source -> source.names().stream()),
                statusNames(Kind.KYC).stream(),
                statusNames(Kind.ORDER).stream())
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());
    this.knownNames =
        Stream.of(
                DocumentedFields.CLAIMS.stream(),
                eventNames().stream(),
                envelope().stream(),
                timestampNames().stream(),
                DocumentedFields.TIMES_OF_CHANGE.stream(),
                bodyMarkers.stream(),
                orderFields.stream().flatMap(FieldSource::topLevelNames))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the additions to the documented terms. */
  public VocabularyAdditions additions() {
    return additions;
  }

  /** Returns the state of a known status. */
  public Optional<State> status(Kind kind, String text) {
    return (kind == Kind.ORDER ? orderStatuses : kycStatuses).meaning(text);
  }

  /** Returns the meaning of a known event name. */
  public Optional<EventMeaning> event(String name) {
    return events.meaning(name);
  }

  /** Returns the meaning of a socket event name, which may also be a status. */
  Optional<EventMeaning> socketEvent(String name) {
    return event(name)
        .or(() -> orderStatuses.meaning(name).map(state -> new EventMeaning(Kind.ORDER, state)));
  }

  /** Returns whether this is the socket's name for updates. */
  static boolean isUpdate(String name) {
    return name.equals(ORDER_UPDATE);
  }

  /**
   * Returns the kind of the subjects of an event: that of a known event, else what its name begins
   * with; empty if the name does not tell.
   */
  Optional<Kind> kind(String eventName) {
    return event(eventName)
        .flatMap(meaning -> Optional.ofNullable(meaning.kind()))
        .or(() -> begins(eventName, "KYC") ? Optional.of(Kind.KYC) : Optional.empty())
        .or(() -> isOrderEvent(eventName) ? Optional.of(Kind.ORDER) : Optional.empty());
  }

  /** Returns whether an event name begins as those of orders do. */
  static boolean isOrderEvent(String name) {
    return begins(name, "ORDER");
  }

  private static boolean begins(String name, String beginning) {
    return name.strip().toUpperCase(Locale.ROOT).startsWith(beginning);
  }

  /** Returns the side that an event name implies. */
  Optional<Side> sideByEvent(String name) {
    return sidesByEvent.meaning(name);
  }

  /** Returns the names of the status member, in order of preference. */
  List<String> statusNames(Kind kind) {
    return kind == Kind.ORDER
        ? concat(generalStatusNames(), DocumentedFields.ORDER_STATUS)
        : concat(kycStatusNames(), generalStatusNames());
  }

  /** Returns the names of the members that report only a KYC status. */
  List<String> kycStatusNames() {
    return concat(DocumentedFields.KYC_STATUS, additions.names(VocabularyAdditions.KYC_STATUS));
  }

  /** Returns the names of the member with the event name, in order of preference. */
  List<String> eventNames() {
    return concat(DocumentedFields.EVENT_NAMES, additions.names(VocabularyAdditions.EVENT_NAME));
  }

  List<String> nestedEventNames() {
    return concat(
        DocumentedFields.NESTED_EVENT_NAMES, additions.names(VocabularyAdditions.EVENT_NAME));
  }

  List<String> timestampNames() {
    return concat(
        List.of(DocumentedFields.TIMESTAMP), additions.names(VocabularyAdditions.TIMESTAMP));
  }

  /** Returns the members that may contain the object that describes the subject. */
  List<String> envelope() {
    return concat(DocumentedFields.ENVELOPE, additions.envelope());
  }

  /** Returns the names by which a webhook's envelope is recognized. */
  public WebhookFormat webhookFormat() {
    String header = additions.signatureHeader();
    return new WebhookFormat(
        Stream.concat(additions.envelope().stream(), WebhookFormat.MESSAGE_MEMBERS.stream())
            .distinct()
            .toList(),
        envelope(),
        flatMembers,
        eventNames(),
        header == null ? WebhookFormat.SIGNATURE_HEADER : header,
        additions.base64Signature());
  }

  FieldSource orderId() {
    return orderId;
  }

  List<FieldSource> kycIds() {
    return kycIds;
  }

  List<FieldSource> orderFields() {
    return orderFields;
  }

  /** Returns whether an object with that member describes a subject. */
  boolean isBodyMarker(String name) {
    return bodyMarkers.contains(name);
  }

  /** Returns whether a root with that member is itself a body. */
  boolean isFlatMember(String name) {
    return flatMembers.contains(name);
  }

  /** Returns whether a member's name is known. */
  boolean isKnown(String name) {
    return knownNames.contains(name);
  }

  /** Returns the names of the member that reports the status of an order or of a customer. */
  List<String> generalStatusNames() {
    return concat(DocumentedFields.STATUS, additions.names(VocabularyAdditions.STATUS));
  }

  private FieldSource withAdditions(FieldSource source) {
    List<String> names = concat(source.names(), additions.names(source.field().text()));
    return new FieldSource(source.field(), source.form(), names);
  }

  private static <T> TermTable<T> table(
      List<TermTable.Row<T>> documented, List<TermTable.Row<T>> added) {
    return new TermTable<>(Stream.concat(documented.stream(), added.stream()).toList());
  }

  private static List<String> concat(List<String> documented, List<String> added) {
    return added.isEmpty()
        ? documented
        : Stream.concat(documented.stream(), added.stream()).distinct().toList();
  }
}
