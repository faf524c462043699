package dev.rampline.consumer;

/** Another consumer has followed the same subject meanwhile; the message will tell how far. */
public final class LostRaceException extends RuntimeException {
  LostRaceException(String subject) {
    super("Followed by another at the same time: " + subject);
  }
}
