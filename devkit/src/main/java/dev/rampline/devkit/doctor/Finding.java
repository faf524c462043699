package dev.rampline.devkit.doctor;

import java.util.Objects;

/** What a look has come to. It quotes no key. */
public sealed interface Finding {
  /** What was found, in a sentence. */
  String what();

  /** As it should be. */
  record Fine(String what) implements Finding {
    public Fine {
      Objects.requireNonNull(what, "what");
    }
  }

  /**
   * It works, and not for long or not for everybody.
   *
   * @param remedy how to mend it, in a sentence
   */
  record Doubtful(String what, String remedy) implements Finding {
    public Doubtful {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /**
   * It does not work, or not as it should.
   *
   * @param remedy how to mend it, in a sentence
   */
  record Wrong(String what, String remedy) implements Finding {
    public Wrong {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /** Nobody could look: why not. */
  record Skipped(String what) implements Finding {
    public Skipped {
      Objects.requireNonNull(what, "what");
    }
  }
}
