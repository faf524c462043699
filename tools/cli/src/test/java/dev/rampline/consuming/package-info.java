/** Tests of the consumer library behind the complete stack. */
@NullMarked
package dev.rampline.consuming;

import org.jspecify.annotations.NullMarked;
