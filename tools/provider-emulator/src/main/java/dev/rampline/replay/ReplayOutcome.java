package dev.rampline.replay;

/** The result of one captured request. */
public sealed interface ReplayOutcome {
  /** Whether the response was 2xx. */
  boolean isSuccess();

  /** The key of the outcome in a summary. */
  String name();

  /** The receiver responded. */
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

  /** There was no response in time, or the request could not be sent. */
  record Failed(Exception cause) implements ReplayOutcome {
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
