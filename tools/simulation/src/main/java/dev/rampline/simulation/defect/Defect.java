package dev.rampline.simulation.defect;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.testkit.provider.UnforeseenPayloads;
import java.util.List;
import java.util.Locale;

/**
 * The injectable defects, each with the number of seeds within which the simulation must find it.
 */
public enum Defect {
  /** A write has no condition. */
  NO_WRITE_CONDITION(20),
  /** A message is sent before its version is written. */
  SEND_BEFORE_WRITE(20),
  /** A process does not recognize its own write. */
  IGNORE_WRITE_IDS(40),
  /** An event with the text of an earlier token is treated as a duplicate. */
  DEDUPLICATE_BY_TOKEN_TEXT(20),
  /** The last event to arrive wins. */
  LAST_ARRIVAL_WINS(20),
  /** The relay does not run. */
  NO_RELAY(20),
  /** The relay sends with a new deduplication ID. */
  RELAY_WITH_NEW_ID(5),
  /** The relay sends different bytes. */
  RELAY_WITH_DIFFERENT_BODY(20),
  /** The relay skips a message that it could not send. */
  RELAY_SKIPS_FAILURES(20),
  /** An event that cannot be written is accepted. */
  ACCEPT_DURING_OUTAGE(15),
  /** A message for the retry queue or a dead-letter queue is acknowledged, but not stored. */
  LOSE_RETRY_MESSAGES(15),
  /** A rejected body is logged. */
  LOG_REJECTED_BODIES(10),
  /** An unlisted field is stored. */
  STORE_PERSONAL_DATA(5),
  /** The list scan stops at a page without news. */
  STOP_PAGING_AT_KNOWN_ROWS(15),
  /** The list scan stops after its first page. */
  READ_ONLY_FIRST_PAGE(15),
  /** The list scan does not reread pages whose rows have moved. */
  CACHE_LIST_PAGES(80),
  /** Rotation keeps only the newest key. */
  KEEP_ONLY_NEWEST_KEY(15),
  /** An outdated API response is reused. */
  REUSE_API_RESPONSES(20),
  /** An unverified event is treated as verified. */
  TRUST_SOCKET(20),
  /** A socket packet is logged. */
  LOG_SOCKET_PACKETS(20),
  /** No record is rechecked. */
  NO_DUE_INDEX(40),
  /** An event without a subject is accepted, but not stored. */
  DROP_WITHOUT_SUBJECT(15),
  /** A general status of a customer counts as KYC status. */
  KYC_BY_GENERAL_STATUS(50),
  /** An undocumented event sets a terminal state. */
  TERMINAL_STATE_BY_UNKNOWN_EVENT(30),
  /** The ids of a customer are not joined. */
  IGNORE_ALIASES(40),
  /** The time of a write is that of the event's receipt. */
  UPDATED_AT_FROM_RECEPTION(10),
  /** Rotation drops the key that a person added. */
  DROP_ADDED_KEY(10),
  /** A write on a remembered record counts as done, although it is not the current one. */
  TRUST_REMEMBERED_RECORDS(20);

  private final int seeds;

  Defect(int seeds) {
    this.seeds = seeds;
  }

  /** The number of seeds, starting at 1, within which it must be found. */
  public int seeds() {
    return seeds;
  }

  /** Creates a new injector of this defect. */
  public DefectInjector injector() {
    return switch (this) {
      case NO_WRITE_CONDITION ->
          DefectInjectors.ofTable((table, _) -> new UnconditionalTable(table));
      case SEND_BEFORE_WRITE -> DefectInjectors.ofTable(SendBeforeWriteTable::new);
      case IGNORE_WRITE_IDS ->
          DefectInjectors.ofTable((table, _) -> new HiddenWriteIdsTable(table));
      case DEDUPLICATE_BY_TOKEN_TEXT -> DefectInjectors.deduplicatingByText();
      case LAST_ARRIVAL_WINS ->
          DefectInjectors.ofTable(
              (table, _) -> new HiddenAttributesTable(table, HiddenAttributesTable.PRECEDENCE));
      case NO_RELAY -> DefectInjectors.withoutRelay();
      case RELAY_WITH_NEW_ID -> DefectInjectors.ofRelay(MessageRewriteQueue::withNewId);
      case RELAY_WITH_DIFFERENT_BODY ->
          DefectInjectors.ofRelay(MessageRewriteQueue::withOtherBytes);
      case RELAY_SKIPS_FAILURES ->
          DefectInjectors.ofRelayResponse(_ -> new StreamsEventResponse(List.of()));
      case ACCEPT_DURING_OUTAGE ->
          DefectInjectors.ofWebhook(
              (sound, _) -> DefectiveWebhookHandlers.acceptingWhenUnavailable(sound));
      case LOSE_RETRY_MESSAGES -> DefectInjectors.losingMessages(_ -> true);
      case LOG_REJECTED_BODIES ->
          DefectInjectors.ofWebhook(DefectiveWebhookHandlers::loggingRejectedBodies);
      case STORE_PERSONAL_DATA -> DefectInjectors.ofSetting("RAMPLINE_EXTRA_FIELDS", "ipAddress");
      case STOP_PAGING_AT_KNOWN_ROWS -> DefectInjectors.ofApi(TruncatedLists::afterKnownPage);
      case READ_ONLY_FIRST_PAGE -> DefectInjectors.ofApi(TruncatedLists::afterFirstPage);
      case CACHE_LIST_PAGES -> DefectInjectors.ofApi(new CachedListPages());
      case KEEP_ONLY_NEWEST_KEY ->
          DefectInjectors.ofSecret(
              secret -> new RewritingSecretStore(secret, RewritingSecretStore.EARLIER_TOKENS));
      case REUSE_API_RESPONSES -> DefectInjectors.ofApi(new StaleApiResponses());
      case TRUST_SOCKET -> DefectInjectors.trustingSocket();
      case LOG_SOCKET_PACKETS -> DefectInjectors.loggingSocketPackets();
      case NO_DUE_INDEX -> DefectInjectors.ofTable((table, _) -> new NoDueIndexTable(table));
      case DROP_WITHOUT_SUBJECT ->
          DefectInjectors.losingMessages(MessageLossQueue::isWithoutSubject);
      case KYC_BY_GENERAL_STATUS ->
          DefectInjectors.knowing(UnforeseenPayloads.GENERAL_EVENTS, "kyc");
      case TERMINAL_STATE_BY_UNKNOWN_EVENT ->
          DefectInjectors.knowing(UnforeseenPayloads.ORDER_EVENTS, "order");
      case IGNORE_ALIASES ->
          DefectInjectors.ofTable(
              (table, _) -> new HiddenAttributesTable(table, HiddenAttributesTable.ALIASES));
      case UPDATED_AT_FROM_RECEPTION ->
          DefectInjectors.ofTable((table, _) -> new ReceptionTimeTable(table));
      case DROP_ADDED_KEY ->
          DefectInjectors.ofSecret(
              secret -> new RewritingSecretStore(secret, RewritingSecretStore.ADDED_TOKENS));
      case TRUST_REMEMBERED_RECORDS ->
          DefectInjectors.ofTable((table, _) -> new RememberingTable(table));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
