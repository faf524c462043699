/** The {@code ./rampline} command and its subcommands. */
@NullMarked
package dev.rampline.cli;

import org.jspecify.annotations.NullMarked;
