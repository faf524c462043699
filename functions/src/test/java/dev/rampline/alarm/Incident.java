package dev.rampline.alarm;

/** Something that happens to the real handlers and queues. */
@FunctionalInterface
interface Incident {
  void happen(RecordedMetrics instruments) throws Exception;
}
