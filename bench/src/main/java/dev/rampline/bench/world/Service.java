package dev.rampline.bench.world;

/** What a process calls. */
public enum Service {
  TABLE,
  QUEUE,
  SECRET,
  PROVIDER,
  /** The way by which webhooks come in. */
  ENTRANCE
}
