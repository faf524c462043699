/** The {@code ./rampline} command and its subcommands. */
@NullMarked
package dev.rampline.devkit.command;

import org.jspecify.annotations.NullMarked;
