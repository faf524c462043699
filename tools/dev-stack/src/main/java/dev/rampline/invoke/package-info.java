/** Runs a packaged function as Lambda would, without Docker. */
@NullMarked
package dev.rampline.invoke;

import org.jspecify.annotations.NullMarked;
