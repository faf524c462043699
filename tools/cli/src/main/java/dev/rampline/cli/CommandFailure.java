package dev.rampline.cli;

/** A failure that one sentence explains, without a stack trace. */
final class CommandFailure extends RuntimeException {
  CommandFailure(String sentence) {
    super(sentence);
  }

  CommandFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
