/** The use case that processes the events of every channel, and its ports. */
@NullMarked
package dev.rampline.ingest;

import org.jspecify.annotations.NullMarked;
