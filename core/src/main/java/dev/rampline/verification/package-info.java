/** Verifies webhooks: from raw bytes to verified claims or a rejection. */
@NullMarked
package dev.rampline.verification;

import org.jspecify.annotations.NullMarked;
