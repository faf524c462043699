/** Why calls to other services fail ({@code docs/operating.md#failure-causes}). */
@NullMarked
package dev.rampline.failure;

import org.jspecify.annotations.NullMarked;
