package dev.rampline.time;

import java.time.Duration;

/** Those who do work beside whoever asks for it. Thread-safe. */
public interface Scheduler extends AutoCloseable {
  /** Has one of them do it, that much later or as soon as one is free. It must throw nothing. */
  void schedule(Duration wait, Runnable work);

  /** Interrupts what they do; nothing is done any more. */
  @Override
  void close();
}
