/** What a word changes: the pure rules by which a record grows. */
@NullMarked
package dev.rampline.lifecycle;

import org.jspecify.annotations.NullMarked;
