/**
 * Where a consumer of the events queue may start from. It knows the message by its schema alone,
 * and nothing of the code that sends it.
 */
@NullMarked
package dev.rampline.consumer;

import org.jspecify.annotations.NullMarked;
