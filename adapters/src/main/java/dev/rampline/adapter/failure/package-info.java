/** Classifies the exceptions of calls over the network. */
@NullMarked
package dev.rampline.adapter.failure;

import org.jspecify.annotations.NullMarked;
