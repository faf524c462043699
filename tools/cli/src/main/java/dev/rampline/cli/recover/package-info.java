/**
 * The commands that repair: {@code reconcile}, {@code redrive}, {@code republish} and {@code
 * erase}.
 */
@NullMarked
package dev.rampline.cli.recover;

import org.jspecify.annotations.NullMarked;
