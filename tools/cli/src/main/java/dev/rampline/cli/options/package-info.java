/** The options and arguments that several commands share. */
@NullMarked
package dev.rampline.cli.options;

import org.jspecify.annotations.NullMarked;
