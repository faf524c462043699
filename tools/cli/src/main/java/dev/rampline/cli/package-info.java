/** The {@code ./rampline} command; each package below holds a group of subcommands. */
@NullMarked
package dev.rampline.cli;

import org.jspecify.annotations.NullMarked;
