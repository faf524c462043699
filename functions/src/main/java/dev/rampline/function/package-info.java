/** Settings and composition root of the Lambda functions. */
@NullMarked
package dev.rampline.function;

import org.jspecify.annotations.NullMarked;
