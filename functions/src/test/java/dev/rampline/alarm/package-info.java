/** Tests that failures trigger their alarms and that normal operation triggers none. */
@NullMarked
package dev.rampline.alarm;

import org.jspecify.annotations.NullMarked;
