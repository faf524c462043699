package dev.rampline.adapter.telemetry;

import java.util.List;

/**
 * What is measured, and the member of the line that each measurement is told apart by. What is told
 * apart by something else than its function is counted by function besides: an alarm watches one
 * number, whatever the reasons.
 */
public enum Metric {
  /** Deliveries whose signature held, by what was decided. */
  EVENTS("events", "Count", "decision"),
  /** Deliveries that were refused, by why. */
  REFUSALS("refusals", "Count", "reason"),
  /** Of the deliveries that claim to be signed, those whose signature held: each is 1 or 0. */
  SIGNATURE_VALID("signatureValid", "None", "function"),
  /** Words that contradict an end, or make a contradiction greater. */
  CONFLICTS("conflicts", "Count", "function"),
  /** How long an invocation took. */
  LATENCY("latency", "Milliseconds", "function"),
  /** Messages that were not sent although the record was written; the stream brings them. */
  SENDS_FAILED("sendsFailed", "Count", "function"),
  /** Deliveries that the ledger could not take, and that wait in the retry queue. */
  QUEUED_FOR_RETRY("queuedForRetry", "Count", "function"),
  /** Words of the retry queue that the ledger cannot take yet. */
  DEFERRED("deferred", "Count", "function"),
  /** Payload fields left out because they did not fit their type or bounds. */
  FIELDS_LEFT_OUT("fieldsLeftOut", "Count", "function"),
  /** Messages sent from the stream. */
  RELAYED("relayed", "Count", "function"),
  /** What was given up into a queue of dead letters. */
  DEAD_LETTERED("deadLettered", "Count", "function"),
  /** Access tokens that were stored. */
  RENEWALS("renewals", "Count", "function"),
  /** Access tokens that were due and could not be renewed, by why. */
  RENEWALS_FAILED("renewalsFailed", "Count", "reason"),
  /** Deliveries that the provider has to send again, by what was not to be had. */
  UNAVAILABLE("unavailable", "Count", "cause"),
  /** Readings of the keys that brought none, by why; those at hand serve on. */
  KEY_LOADS_FAILED("keyLoadsFailed", "Count", "cause"),
  /** For how long there is a key, where every key of a kind has an end. */
  KEY_EXPIRES_IN("keyExpiresIn", "Seconds", "function"),
  /** Subjects that the reconciliation looked at. */
  CHECKED("checked", "Count", "function"),
  /** Versions that only the provider's API had told. */
  RECOVERED("recovered", "Count", "function"),
  /** Conflicts that the provider's API settled. */
  CONFLICTS_SETTLED("conflictsSettled", "Count", "function"),
  /** Subjects that the provider's API does not know, or cannot be asked about. */
  UNKNOWN_TO_PROVIDER("unknownToProvider", "Count", "function"),
  /** Records that this version of the code cannot read, and has passed over. */
  UNREADABLE_RECORDS("unreadableRecords", "Count", "function"),
  /** Words on subjects that were forgotten: they were dropped. */
  ERASED("erased", "Count", "function"),
  /** Readings from the provider's API that failed, each alone. */
  LOOKUPS_FAILED("lookupsFailed", "Count", "function"),
  /** Records that are looked at no more: nothing was heard of them for 90 days. */
  LOOKUPS_ABANDONED("lookupsAbandoned", "Count", "function"),
  /** The age of the oldest order that the reconciliation looked at. */
  OLDEST_CHECKED("oldestChecked", "Seconds", "function"),
  /** The age of the oldest order that was looked at, is paid and has not ended. */
  OLDEST_OPEN("oldestOpen", "Seconds", "function"),
  /** Readings of the provider's list of orders that came to its end: 1 or 0 for each run. */
  LIST_SCANS_COMPLETED("listScansCompleted", "Count", "function"),
  /** Reconciliations that could not go to their end, by what was not to be had. */
  STOPPED("stopped", "Count", "cause"),
  /** Whether the socket's subscription stands: 1, or 0. */
  CONNECTED("connected", "Count", "function"),
  /** How long nothing was heard from the socket. */
  LAST_EVENT_AGE("lastEventAge", "Seconds", "function"),
  /** How often the subscription was made again after it had been lost. */
  RECONNECTS("reconnects", "Count", "function"),
  /** Subjects with a word of the socket's that is not written yet. */
  BUFFER_DEPTH("bufferDepth", "Count", "function"),
  /** Claims of the socket's that were written. */
  UNVERIFIED_EVENTS("unverifiedEvents", "Count", "function"),
  /** Words of the socket's that told nothing new. */
  EVENTS_REPEATED("eventsRepeated", "Count", "function"),
  /** Words of the socket's that had to wait for the ledger. */
  EVENTS_WAITING("eventsWaiting", "Count", "function"),
  /** Words of the socket's for which there was no room. */
  EVENTS_DROPPED("eventsDropped", "Count", "function"),
  /** Words of the socket's that were not written when the process had to end. */
  EVENTS_UNFLUSHED("eventsUnflushed", "Count", "function"),
  /** Frames and packets of the socket's that were not understood. */
  PACKETS_DISCARDED("packetsDiscarded", "Count", "function"),
  /** Messages of the socket's that say nothing documented, or of nobody. */
  UNRECOGNIZED_EVENTS("unrecognizedEvents", "Count", "function"),
  /** Questions to the provider's API about claimed subjects. */
  LOOKUPS("lookups", "Count", "function"),
  /** Those of them whose answers made a version. */
  UNVERIFIED_EVENTS_RESOLVED("unverifiedEventsResolved", "Count", "function"),
  /** Rehearsals before a snapshot that broke off: what it is restored from is not warmed up. */
  PRIMINGS_FAILED("primingsFailed", "Count", "function"),
  /** Failures that are mistakes of ours. */
  FAULTS("faults", "Count", "function");

  private static final String FUNCTION = "function";

  private final String text;
  private final String unit;
  private final String dimension;

  Metric(String text, String unit, String dimension) {
    this.text = text;
    this.unit = unit;
    this.dimension = dimension;
  }

  /** The metric's name. */
  public String text() {
    return text;
  }

  /** Its unit, as CloudWatch spells it. */
  public String unit() {
    return unit;
  }

  /** The names by which it is counted, each for itself. */
  public List<String> dimensions() {
    return dimension.equals(FUNCTION) ? List.of(FUNCTION) : List.of(dimension, FUNCTION);
  }
}
