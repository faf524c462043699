package dev.rampline.benchmark;

/**
 * The cost of one operation.
 *
 * @param name the benchmark, such as {@code newOrder}
 * @param nanoseconds the median time
 * @param bytes the memory that it allocates
 */
public record Measurement(String name, double nanoseconds, double bytes) {}
