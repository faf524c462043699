/** The commands that send events: {@code trigger}, {@code replay} and {@code sign}. */
@NullMarked
package dev.rampline.cli.send;

import org.jspecify.annotations.NullMarked;
