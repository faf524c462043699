/** The relay function: it sends the messages that an inline send missed. */
@NullMarked
package dev.rampline.function.relay;

import org.jspecify.annotations.NullMarked;
