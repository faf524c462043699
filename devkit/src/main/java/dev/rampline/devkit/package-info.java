/** What a laptop needs to run and to try Rampline. */
@NullMarked
package dev.rampline.devkit;

import org.jspecify.annotations.NullMarked;
