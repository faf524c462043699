/** Prints to a terminal: colors, progress, rows, and lines of JSON. */
@NullMarked
package dev.rampline.cli.terminal;

import org.jspecify.annotations.NullMarked;
