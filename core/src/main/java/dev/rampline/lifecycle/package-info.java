/** The state transition rules: pure functions that apply events to a record. */
@NullMarked
package dev.rampline.lifecycle;

import org.jspecify.annotations.NullMarked;
