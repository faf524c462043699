package dev.rampline.simulation.defect;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.List;
import java.util.Locale;

/** The defects, and within how many seeds each has to be found. */
public enum Defect {
  /** A write does not ask what it replaces. */
  SKIP_THE_CONDITION(20),
  /** A message is sent before its version is written. */
  SEND_BEFORE_WRITE(20),
  /** A write of one's own is taken for another's. */
  FORGET_OWN_WRITES(20),
  /** What has the text of an earlier token is taken for done. */
  DEDUPLICATE_BY_TOKEN_TEXT(20),
  /** The last to arrive is right. */
  RANK_BY_ARRIVAL(20),
  /** Nobody reads the stream. */
  NO_RELAY(20),
  /** The relay sends by an id of its own. */
  RELAY_WITH_A_NEW_ID(5),
  /** The relay sends bytes of its own. */
  RELAY_WITH_OTHER_BYTES(20),
  /** The relay goes on after what it could not send. */
  RELAY_PASSES_OVER(20),
  /** What cannot be written is accepted. */
  ACCEPT_WHILE_DOWN(15),
  /** A word for the retry queue, or a dead letter, is acknowledged and is in no queue. */
  ACKNOWLEDGE_BEFORE_RETRY(15),
  /** What is refused stands in a line. */
  QUOTE_WHAT_IS_REFUSED(10),
  /** A field is kept that nobody has looked at. */
  KEEP_PERSONAL_DATA(5),
  /** The list of orders is left where it tells nothing new. */
  STOP_PAGING_AT_KNOWN_ROWS(15),
  /** The list of orders is left after its first page. */
  READ_THE_FIRST_PAGE_ALONE(15),
  /** Nobody looks what has moved up to a page that was read. */
  READ_NO_PAGE_AGAIN(45),
  /** Rotation keeps no key but the newest. */
  FORGET_EARLIER_KEYS(15),
  /** An answer of the API is used again when it is no longer true. */
  SETTLE_WITH_AN_OLD_READING(20),
  /** A claim is taken for a fact. */
  BELIEVE_THE_SOCKET(20),
  /** What the socket says stands in a line. */
  QUOTE_THE_SOCKET(20),
  /** No record is looked at again. */
  KEEP_NO_AGENDA(40);

  private final int seeds;

  Defect(int seeds) {
    this.seeds = seeds;
  }

  /** Within how many seeds, from 1, it has to be found. */
  public int seeds() {
    return seeds;
  }

  /** Puts it in, once more from the beginning. */
  public DefectInjector injector() {
    return switch (this) {
      case SKIP_THE_CONDITION ->
          DefectInjectors.ofTable((table, _) -> new UnconditionalTable(table));
      case SEND_BEFORE_WRITE -> DefectInjectors.ofTable(SendBeforeWriteTable::new);
      case FORGET_OWN_WRITES ->
          DefectInjectors.ofTable((table, _) -> new HiddenWriteIdsTable(table));
      case DEDUPLICATE_BY_TOKEN_TEXT -> DefectInjectors.deduplicatingByText();
      case RANK_BY_ARRIVAL -> DefectInjectors.ofTable((table, _) -> new ArrivalOrderTable(table));
      case NO_RELAY -> DefectInjectors.withoutRelay();
      case RELAY_WITH_A_NEW_ID -> DefectInjectors.ofRelay(MessageRewriteQueue::withNewId);
      case RELAY_WITH_OTHER_BYTES -> DefectInjectors.ofRelay(MessageRewriteQueue::withOtherBytes);
      case RELAY_PASSES_OVER ->
          DefectInjectors.ofRelayResponse(_ -> new StreamsEventResponse(List.of()));
      case ACCEPT_WHILE_DOWN ->
          DefectInjectors.ofWebhook(
              (sound, _) -> DefectiveWebhookHandlers.acceptingWhenUnavailable(sound));
      case ACKNOWLEDGE_BEFORE_RETRY -> DefectInjectors.losingMessages();
      case QUOTE_WHAT_IS_REFUSED ->
          DefectInjectors.ofWebhook(DefectiveWebhookHandlers::loggingRejectedBodies);
      case KEEP_PERSONAL_DATA -> DefectInjectors.keepingIpAddresses();
      case STOP_PAGING_AT_KNOWN_ROWS -> DefectInjectors.ofApi(TruncatedLists::afterKnownPage);
      case READ_THE_FIRST_PAGE_ALONE -> DefectInjectors.ofApi(TruncatedLists::afterFirstPage);
      case READ_NO_PAGE_AGAIN -> DefectInjectors.ofApi(new CachedListPages());
      case FORGET_EARLIER_KEYS -> DefectInjectors.ofSecret(SingleTokenSecretStore::new);
      case SETTLE_WITH_AN_OLD_READING -> DefectInjectors.ofApi(new StaleApiResponses());
      case BELIEVE_THE_SOCKET -> DefectInjectors.trustingSocket();
      case QUOTE_THE_SOCKET -> DefectInjectors.loggingSocketPackets();
      case KEEP_NO_AGENDA -> DefectInjectors.ofTable((table, _) -> new NoDueIndexTable(table));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
