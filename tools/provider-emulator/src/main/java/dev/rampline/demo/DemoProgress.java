package dev.rampline.demo;

/** Receives the progress of a demo. Methods are called on any thread. */
public interface DemoProgress {
  /** Called with the number of webhooks to send. */
  void begin(long webhooks);

  /** Called for each webhook sent. */
  void step();

  /** Called when all webhooks are sent. */
  void end();

  /** Ignores the progress. */
  static DemoProgress none() {
    return new DemoProgress() {
      @Override
      public void begin(long webhooks) {}

      @Override
      public void step() {}

      @Override
      public void end() {}
    };
  }
}
