/**
 * Benchmarks of the webhook handler and of the subscriber. Each runs in a process of its own, with
 * the compiler and the memory that it has in production; AWS is a stub or the embedded stores in
 * another process.
 */
@NullMarked
package dev.rampline.benchmark.handler;

import org.jspecify.annotations.NullMarked;
