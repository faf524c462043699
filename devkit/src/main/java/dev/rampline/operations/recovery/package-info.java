/** The ways back: letters that nobody could take, and messages that somebody lost. */
@NullMarked
package dev.rampline.operations.recovery;

import org.jspecify.annotations.NullMarked;
