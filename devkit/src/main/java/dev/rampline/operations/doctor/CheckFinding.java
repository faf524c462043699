package dev.rampline.operations.doctor;

import java.util.Objects;

/** What a look has come to. It quotes no key. */
public sealed interface CheckFinding {
  /** What was found, in a sentence. */
  String message();

  /** As it should be. */
  record Passed(String message) implements CheckFinding {
    public Passed {
      Objects.requireNonNull(message, "what");
    }
  }

  /**
   * It works, and not for long or not for everybody.
   *
   * @param remedy how to mend it, in a sentence
   */
  record Warning(String message, String remedy) implements CheckFinding {
    public Warning {
      Objects.requireNonNull(message, "what");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /**
   * It does not work, or not as it should.
   *
   * @param remedy how to mend it, in a sentence
   */
  record Failed(String message, String remedy) implements CheckFinding {
    public Failed {
      Objects.requireNonNull(message, "what");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /** Nobody could look: why not. */
  record Skipped(String message) implements CheckFinding {
    public Skipped {
      Objects.requireNonNull(message, "what");
    }
  }
}
