package dev.rampline.devkit.demo;

/** Sees how far a demo is. Steps come on any thread. */
public interface DemoProgress {
  /** So many postings are to be made. */
  void begin(long postings);

  /** One was made. */
  void step();

  /** All were made. */
  void end();

  /** Shows nothing. */
  static DemoProgress none() {
    return new DemoProgress() {
      @Override
      public void begin(long postings) {}

      @Override
      public void step() {}

      @Override
      public void end() {}
    };
  }
}
