package dev.rampline.simulation.environment;

/** The faults that a simulation run can inject. */
public enum Fault {
  /** The process crashes before a call. */
  CRASH_BEFORE,
  /** The process crashes after a call takes effect. */
  CRASH_AFTER,
  /** A call has no effect and times out. */
  TIMEOUT_BEFORE,
  /** A call takes effect and times out. */
  TIMEOUT_AFTER,
  /** A call takes effect, its response is lost, and the client retries. */
  CLIENT_RETRY,
  /** The queue accepts part of a batch and rejects the rest temporarily. */
  PARTIAL_REJECTION,
  /** The queue rejects a message permanently. */
  PERMANENT_REJECTION,
  /** A call is throttled. */
  THROTTLE,
  /** A service fails every call for some time. */
  OUTAGE,
  /** An eventually consistent read returns an older item. */
  STALE_READ,
  /** The stream is delivered again from an earlier position. */
  STREAM_REPLAY,
  /** The clock of a process is wrong by up to ten minutes. */
  CLOCK_SKEW,
  /** An event is sent twice. */
  DUPLICATE,
  /** An event arrives late, after others. */
  DELAY,
  /** An event never arrives. */
  DROP,
  /** The response to a webhook does not reach the provider. */
  LOST_RESPONSE,
  /** An unreadable record is in the table and its stream. */
  POISON,
  /** An attacker posts an unsigned or truncated body. */
  FORGERY,
  /** The socket disconnects; events until the next connection are missed. */
  DISCONNECT,
  /** The socket sends a false event. */
  FALSE_EVENT,
  /** The socket sends a malformed packet. */
  MALFORMED_PACKET;
}
