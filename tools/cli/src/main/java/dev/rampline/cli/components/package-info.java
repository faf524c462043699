/**
 * The commands that run one part: {@code stores}, {@code subscriber}, {@code provider} and {@code
 * invoke}.
 */
@NullMarked
package dev.rampline.cli.components;

import org.jspecify.annotations.NullMarked;
