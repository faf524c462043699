/** The one use case that every channel hands its observations to, and its ports. */
@NullMarked
package dev.rampline.ingest;

import org.jspecify.annotations.NullMarked;
