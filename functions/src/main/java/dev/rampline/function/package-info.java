/** What the Lambda functions share: their settings and the one place that puts them together. */
@NullMarked
package dev.rampline.function;

import org.jspecify.annotations.NullMarked;
