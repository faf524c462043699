package dev.rampline.simulation.environment;

/** What may go wrong. */
public enum Fault {
  /** The process dies before a call. */
  CRASH_BEFORE,
  /** The process dies once a call has had its effect. */
  CRASH_AFTER,
  /** A call is not heard, and never answered. */
  TIMEOUT_BEFORE,
  /** A call has its effect, and is never answered. */
  TIMEOUT_AFTER,
  /** A call has its effect, its answer is lost, and the client calls again by itself. */
  REPEATED_CALL,
  /** The queue takes a part of a batch, and refuses the rest for now. */
  PARTIAL_REFUSAL,
  /** The queue will never take that message, whoever sends it. */
  FINAL_REFUSAL,
  /** A call is refused for the load. */
  THROTTLE,
  /** A service fails every call for a while. */
  OUTAGE,
  /** An eventually consistent read returns what stood before. */
  STALE_READ,
  /** The stream is read again from an earlier place. */
  STREAM_REPLAY,
  /** The clock of a process is wrong by up to ten minutes. */
  CLOCK_SKEW,
  /** A word is sent twice. */
  DUPLICATE,
  /** A word comes late, after others. */
  DELAY,
  /** A word never comes. */
  DROP,
  /** A webhook's answer does not reach the provider. */
  LOST_ANSWER,
  /** A record that no code can read stands in the table, and comes along the stream. */
  POISON,
  /** Somebody else posts what is not signed, or cut off. */
  FORGERY,
  /** The connection of the socket is cut: what it says until the next one is missed. */
  CUT,
  /** The socket says what is not so. */
  UNTRUE_CLAIM,
  /** The socket says what nobody can read. */
  ODD_PACKET;
}
