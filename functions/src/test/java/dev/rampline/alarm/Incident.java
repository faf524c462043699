package dev.rampline.alarm;

/** A failure, or normal operation, that runs on the real handlers and queues. */
@FunctionalInterface
interface Incident {
  void run(RecordedMetrics metrics) throws Exception;
}
