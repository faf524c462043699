package dev.rampline.ledger;

/**
 * What is kept of a subject is no record, or holds a word that only a newer version of this code
 * knows. Nothing is guessed: neither this code nor time mends it, but the newer version does.
 */
public final class UnreadableRecordException extends RuntimeException {
  /** The cause's message is not to be logged: it may quote what is kept. */
  public UnreadableRecordException(Throwable cause) {
    super("A record cannot be read", cause);
  }
}
