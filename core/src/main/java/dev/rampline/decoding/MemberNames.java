package dev.rampline.decoding;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names of the members that describe an event, each list in order of preference.
 *
 * @param event of the root's member with the event name
 * @param nestedEvent of such a member of a nested object
 * @param timestamp of the member with the event's time
 * @param generalStatus of the member that reports the status of an order or of a customer
 * @param orderStatus of the members that report an order's status
 * @param kycStatus of the members that report only a KYC status
 */
record MemberNames(
    List<MemberPath> event,
    List<MemberPath> nestedEvent,
    List<MemberPath> timestamp,
    List<MemberPath> generalStatus,
    List<MemberPath> orderStatus,
    List<MemberPath> kycStatus) {

  static MemberNames of(VocabularyAdditions additions) {
    List<String> events = additions.names(VocabularyAdditions.EVENT_NAME);
    List<MemberPath> statuses =
        all(DocumentedFields.STATUS, additions.names(VocabularyAdditions.STATUS));
    List<MemberPath> orderStatuses = MemberPath.all(DocumentedFields.ORDER_STATUS);
    return new MemberNames(
        all(DocumentedFields.EVENT_NAMES, events),
        all(DocumentedFields.NESTED_EVENT_NAMES, events),
        all(List.of(DocumentedFields.TIMESTAMP), additions.names(VocabularyAdditions.TIMESTAMP)),
        statuses,
        Stream.concat(statuses.stream(), orderStatuses.stream()).distinct().toList(),
        all(DocumentedFields.KYC_STATUS, additions.names(VocabularyAdditions.KYC_STATUS)));
  }

  /** Returns the names of the members that may report a status. */
  Stream<String> statusTexts() {
    return Stream.concat(kycStatus.stream(), orderStatus.stream()).map(MemberPath::text);
  }

  /** Returns the names of the root's member with the event name. */
  List<String> eventTexts() {
    return event.stream().map(MemberPath::text).toList();
  }

  private static List<MemberPath> all(List<String> documented, List<String> added) {
    return Stream.concat(documented.stream(), added.stream())
        .distinct()
        .map(MemberPath::of)
        .toList();
  }
}
