package dev.rampline.bench.provider;

import dev.rampline.bench.world.Instance;

/** As HTTP tells it. */
final class HttpRefusals implements Instance.Refusals {
  @Override
  public RuntimeException silence() {
    return new Silence();
  }

  @Override
  public RuntimeException throttling() {
    return new Throttling();
  }

  /** There is no answer. */
  static final class Silence extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The answer is 429. */
  static final class Throttling extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
