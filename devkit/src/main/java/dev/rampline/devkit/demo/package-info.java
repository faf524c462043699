/**
 * Lets the emulated provider loose on a running receiver and compares what came of it with what is
 * true. It reads table and queue with the plain AWS SDK, and knows nothing of the code it judges.
 */
@NullMarked
package dev.rampline.devkit.demo;

import org.jspecify.annotations.NullMarked;
