/** Why calls to other services fail ({@code docs/metrics.md#failure-causes}). */
@NullMarked
package dev.rampline.failure;

import org.jspecify.annotations.NullMarked;
