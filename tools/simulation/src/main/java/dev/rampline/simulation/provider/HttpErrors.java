package dev.rampline.simulation.provider;

import dev.rampline.simulation.environment.SimulatedProcess;

/** The errors of the HTTP client. */
final class HttpErrors implements SimulatedProcess.ServiceErrors {
  @Override
  public RuntimeException timeout() {
    return new ResponseTimeout();
  }

  @Override
  public RuntimeException throttling() {
    return new Throttling();
  }

  /** There is no response. */
  static final class ResponseTimeout extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The response is 429. */
  static final class Throttling extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
