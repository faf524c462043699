/**
 * The commands that show and check: {@code listen}, {@code order}, {@code verify} and {@code
 * doctor}.
 */
@NullMarked
package dev.rampline.cli.inspect;

import org.jspecify.annotations.NullMarked;
