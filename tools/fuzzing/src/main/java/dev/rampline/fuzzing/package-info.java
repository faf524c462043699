/** Fuzz targets: consumers of untrusted input, with properties that hold for every input. */
@NullMarked
package dev.rampline.fuzzing;

import org.jspecify.annotations.NullMarked;
