package dev.rampline.operations.doctor;

import java.util.Objects;

/** The result of a check. It contains no keys. */
public sealed interface CheckFinding {
  /** Describes the result in a sentence. */
  String message();

  /** The check passed. */
  record Passed(String message) implements CheckFinding {
    public Passed {
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * The installation works, but a problem is likely.
   *
   * @param remedy how to fix the problem, in a sentence
   */
  record Warning(String message, String remedy) implements CheckFinding {
    public Warning {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /**
   * The installation does not work correctly.
   *
   * @param remedy how to fix the problem, in a sentence
   */
  record Failed(String message, String remedy) implements CheckFinding {
    public Failed {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /** The check was not run; the message gives the reason. */
  record Skipped(String message) implements CheckFinding {
    public Skipped {
      Objects.requireNonNull(message, "message");
    }
  }
}
