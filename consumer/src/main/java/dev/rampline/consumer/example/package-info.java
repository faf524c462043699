/** A function on the events queue that pays out, to start from. */
@NullMarked
package dev.rampline.consumer.example;

import org.jspecify.annotations.NullMarked;
