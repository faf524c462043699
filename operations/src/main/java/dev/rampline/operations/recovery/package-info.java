/** Redrives dead-letter queues and republishes messages. */
@NullMarked
package dev.rampline.operations.recovery;

import org.jspecify.annotations.NullMarked;
