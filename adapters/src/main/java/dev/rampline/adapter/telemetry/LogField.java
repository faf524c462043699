package dev.rampline.adapter.telemetry;

/** Names of the log fields that the runbook, the inspector and the checks read. */
public final class LogField {
  /** The log id of the subject ({@code docs/runbook.md#find-a-customers-log-entries}). */
  public static final String SUBJECT = "subject";

  /**
   * The progress of the scan of the provider's order list: {@code under-way} or {@code completed}.
   */
  public static final String LIST_SCAN = "listScan";

  /** The log id of the order that has been open for longest. */
  public static final String OLDEST_OPEN_SUBJECT = "oldestOpenSubject";

  public static final String OLDEST_UNCONFIRMED_SUBJECT = "oldestUnconfirmedSubject";

  /** The log id of the subject whose conflict has been open for longest. */
  public static final String OLDEST_CONFLICT_SUBJECT = "oldestConflictSubject";

  /** The part of a reconciliation run that stopped early. */
  public static final String PART = "part";

  /** The sequence number of the stream record that the relay cannot send. */
  public static final String STOPPED_AT = "stoppedAt";

  /** The result of the SnapStart priming: {@code completed} or {@code failed}. */
  public static final String PRIMING = "priming";

  /** The time when the last key of a kind expires. */
  public static final String KEYS_EXPIRE_AT = "keysExpireAt";

  /** What is wrong with the text of the keys' secret. */
  public static final String PROBLEM = "problem";

  /** Why the socket's connection ended or could not be made. */
  public static final String DISCONNECT_REASON = "disconnectReason";

  /** The types of the arguments of a socket event that was not understood. */
  public static final String SHAPE = "shape";

  /** The state of the subscriber's shutdown: {@code draining}, then {@code drained}. */
  public static final String SHUTDOWN = "shutdown";

  /** The address from which a request reached CloudFront. */
  public static final String VIEWER_ADDRESS = "viewerAddress";

  /** Why a call failed, or which dependency is unavailable. */
  public static final String CAUSE = "cause";

  /** The HTTP status of the provider's response, or of the response to the provider. */
  public static final String STATUS = "status";

  /** The name of a fault: an AWS error code, a cause, or (a bug in Rampline) a class. */
  public static final String FAULT = "fault";

  /** Why the retry function could not delay an event, which then waits for ten minutes. */
  public static final String DELAY_FAULT = "delayFault";

  private LogField() {}
}
