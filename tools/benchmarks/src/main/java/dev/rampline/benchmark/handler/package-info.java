/**
 * Benchmarks of the webhook handler. The handler runs in a process of its own, with the compiler
 * and the memory that it has in Lambda; AWS is a stub or the embedded stores in another process.
 */
@NullMarked
package dev.rampline.benchmark.handler;

import org.jspecify.annotations.NullMarked;
