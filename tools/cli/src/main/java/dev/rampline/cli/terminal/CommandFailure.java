package dev.rampline.cli.terminal;

/** A failure that one sentence explains, without a stack trace. */
public final class CommandFailure extends RuntimeException {
  public CommandFailure(String sentence) {
    super(sentence);
  }

  public CommandFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
