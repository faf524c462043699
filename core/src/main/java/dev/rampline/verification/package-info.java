/** Whether the provider said it: from raw bytes to verified claims, or to a refusal. */
@NullMarked
package dev.rampline.verification;

import org.jspecify.annotations.NullMarked;
