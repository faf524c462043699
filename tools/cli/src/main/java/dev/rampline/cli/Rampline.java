package dev.rampline.cli;

/** The {@code ./rampline} command. */
public final class Rampline {
  private Rampline() {}

  /** Does what the arguments say, and ends the process with the outcome's code. */
  public static void main(String[] arguments) {
    System.exit(RamplineCommand.run(arguments));
  }
}
