package dev.rampline.cli;

/** A failure that is told in one sentence, and needs no stack trace. */
final class CommandFailure extends RuntimeException {
  CommandFailure(String sentence) {
    super(sentence);
  }

  CommandFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
