/** Fills the inspector's event store from an installation on AWS, which it only reads. */
@NullMarked
package dev.rampline.inspector.stack;

import org.jspecify.annotations.NullMarked;
