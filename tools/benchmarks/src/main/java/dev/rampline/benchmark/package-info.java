/** Benchmarks of the production classes. */
@NullMarked
package dev.rampline.benchmark;

import org.jspecify.annotations.NullMarked;
