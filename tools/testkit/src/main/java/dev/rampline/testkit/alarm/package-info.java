/** CloudWatch alarms, evaluated on metrics that a test recorded. */
@NullMarked
package dev.rampline.testkit.alarm;

import org.jspecify.annotations.NullMarked;
