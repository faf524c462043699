/** The commands for the development of Rampline: {@code simulate} and {@code events}. */
@NullMarked
package dev.rampline.cli.development;

import org.jspecify.annotations.NullMarked;
