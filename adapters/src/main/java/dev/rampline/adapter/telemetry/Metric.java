package dev.rampline.adapter.telemetry;

import java.util.List;

/**
 * The metrics and their dimensions. A metric whose dimension is not the function is also counted by
 * function, because an alarm watches one number.
 */
public enum Metric {
  /** Deliveries with a valid signature, by decision. */
  EVENTS("events", "Count", "decision"),
  /** Rejected deliveries, by reason. */
  REJECTIONS("rejections", "Count", "reason"),
  /** Whether a signed delivery's signature is valid: 1 or 0 each. */
  SIGNATURE_VALID("signatureValid", "None", "function"),
  /** Events that open a conflict or add a terminal state to one. */
  CONFLICTS("conflicts", "Count", "function"),
  /** Duration of an invocation. */
  LATENCY("latency", "Milliseconds", "function"),
  /** Messages that were not sent although the record was written; the relay sends them. */
  SENDS_FAILED("sendsFailed", "Count", "function"),
  /** Deliveries that the ledger did not accept and that are in the retry queue. */
  QUEUED_FOR_RETRY("queuedForRetry", "Count", "function"),
  /** Events in the retry queue that the ledger does not accept yet. */
  DEFERRED("deferred", "Count", "function"),
  /** Payload fields omitted because their value has the wrong type or exceeds a limit. */
  FIELDS_LEFT_OUT("fieldsLeftOut", "Count", "function"),
  /** Messages sent by the relay. */
  RELAYED("relayed", "Count", "function"),
  /** Verified payloads kept in quarantine. */
  QUARANTINED("quarantined", "Count", "function"),
  /** Messages sent to a dead-letter queue. */
  DEAD_LETTERED("deadLettered", "Count", "function"),
  /** Access tokens stored. */
  RENEWALS("renewals", "Count", "function"),
  /** Access tokens that were due but not renewed, by reason. */
  RENEWALS_FAILED("renewalsFailed", "Count", "reason"),
  /** Deliveries that the provider must send again, by the unavailable component. */
  UNAVAILABLE("unavailable", "Count", "cause"),
  /** Failed reads of the keys, by cause; the cached keys stay in use. */
  KEY_LOADS_FAILED("keyLoadsFailed", "Count", "cause"),
  /** Time until a kind of key runs out, if all of its keys expire. */
  KEY_EXPIRES_IN("keyExpiresIn", "Seconds", "function"),
  /** Subjects checked by the reconciliation. */
  CHECKED("checked", "Count", "function"),
  /** Versions created from the provider's API alone. */
  RECOVERED("recovered", "Count", "function"),
  /** States that the provider's API reported before any webhook did. */
  FIRST_REPORTED_BY_API("firstReportedByApi", "Count", "function"),
  /** Conflicts resolved by the provider's API. */
  CONFLICTS_RESOLVED("conflictsResolved", "Count", "function"),
  /** Terminal states and verdicts that the provider's API confirmed. */
  CONFIRMED("confirmed", "Count", "function"),
  /** Terminal states and verdicts of signed events that the provider's API contradicts. */
  DISAGREEMENTS("disagreements", "Count", "function"),
  /** Subjects that the provider's API does not know or cannot look up. */
  UNKNOWN_TO_PROVIDER("unknownToProvider", "Count", "function"),
  /** Skipped records that this version of the code cannot read. */
  UNREADABLE_RECORDS("unreadableRecords", "Count", "function"),
  /** Events about erased subjects, which are dropped. */
  ERASED("erased", "Count", "function"),
  /** Failed lookups in the provider's API, by cause. */
  LOOKUPS_FAILED("lookupsFailed", "Count", "cause"),
  /** Records whose due check was canceled: no event for 90 days. */
  LOOKUPS_ABANDONED("lookupsAbandoned", "Count", "function"),
  /** Age of the oldest order that the reconciliation checked. */
  OLDEST_CHECKED("oldestChecked", "Seconds", "function"),
  /** Age of the oldest checked order that is paid and has no terminal state. */
  OLDEST_OPEN("oldestOpen", "Seconds", "function"),
  /** Age of the oldest checked state that the API has neither confirmed nor contradicted. */
  OLDEST_UNCONFIRMED("oldestUnconfirmed", "Seconds", "function"),
  /** Age of the oldest checked conflict that is still open. */
  OLDEST_CONFLICT("oldestConflict", "Seconds", "function"),
  /** Completed order list scans: 1 or 0 for each run. */
  LIST_SCANS_COMPLETED("listScansCompleted", "Count", "function"),
  /** Reconciliations stopped early, by cause. */
  STOPPED("stopped", "Count", "cause"),
  /** Whether the socket's subscription is active: 1 or 0. */
  CONNECTED("connected", "Count", "function"),
  /** Time since the last data from the socket. */
  LAST_EVENT_AGE("lastEventAge", "Seconds", "function"),
  /** Subscriptions made again after a lost connection. */
  RECONNECTS("reconnects", "Count", "function"),
  /** Subjects with a socket event that is not written yet. */
  BUFFER_DEPTH("bufferDepth", "Count", "function"),
  /** Unverified events written. */
  UNVERIFIED_EVENTS("unverifiedEvents", "Count", "function"),
  /** Socket events that report nothing new. */
  EVENTS_REPEATED("eventsRepeated", "Count", "function"),
  /** Socket events that had to wait for the ledger. */
  EVENTS_WAITING("eventsWaiting", "Count", "function"),
  /** Socket events dropped because the buffer was full. */
  EVENTS_DROPPED("eventsDropped", "Count", "function"),
  /** Socket events not written before the process exited. */
  EVENTS_UNFLUSHED("eventsUnflushed", "Count", "function"),
  /** Socket frames and packets that are not valid. */
  PACKETS_DISCARDED("packetsDiscarded", "Count", "function"),
  /** Attempts to subscribe to the socket that failed, by reason. */
  SUBSCRIPTIONS_FAILED("subscriptionsFailed", "Count", "disconnectReason"),
  /** Whether orders changed at the provider while the socket delivered no event: 1 or 0. */
  SOCKET_QUIET("socketQuiet", "Count", "function"),
  /** Socket messages without a documented meaning or without a subject, by their shape. */
  UNRECOGNIZED_EVENTS("unrecognizedEvents", "Count", "shape"),
  /** Lookups for subjects with unverified events. */
  LOOKUPS("lookups", "Count", "function"),
  /** Lookups whose response created a version. */
  UNVERIFIED_EVENTS_RESOLVED("unverifiedEventsResolved", "Count", "function"),
  /** Failed SnapStart primings: the snapshot is not warmed up. */
  PRIMINGS_FAILED("primingsFailed", "Count", "function"),
  /** Bugs in Rampline. */
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

  /** Returns the metric's name. */
  public String text() {
    return text;
  }

  /** Returns the unit, in CloudWatch's spelling. */
  public String unit() {
    return unit;
  }

  /** Returns the dimensions, each used alone. */
  public List<String> dimensions() {
    return dimension.equals(FUNCTION) ? List.of(FUNCTION) : List.of(dimension, FUNCTION);
  }
}
