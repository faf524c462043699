/** Fuzz targets: what takes in a stranger's bytes, each with properties that no input may break. */
@NullMarked
package dev.rampline.fuzzing;

import org.jspecify.annotations.NullMarked;
