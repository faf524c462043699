/** The commands that run everything: {@code demo} and {@code dev}. */
@NullMarked
package dev.rampline.cli.start;

import org.jspecify.annotations.NullMarked;
