package dev.rampline.devkit.replay;

/** What came of one captured request. */
public sealed interface ReplayOutcome {
  /** Whether it was answered with 2xx. */
  boolean isSuccess();

  /** By which a tally counts it. */
  String name();

  /** It was answered. */
  record Answered(int status) implements ReplayOutcome {
    @Override
    public boolean isSuccess() {
      return status / 100 == 2;
    }

    @Override
    public String name() {
      return Integer.toString(status);
    }
  }

  /** It was not answered in time, or could not be sent. */
  record Failed(String reason) implements ReplayOutcome {
    @Override
    public boolean isSuccess() {
      return false;
    }

    @Override
    public String name() {
      return "failed";
    }
  }
}
