/** The webhook function behind {@code POST /webhooks/ozzobit}. */
@NullMarked
package dev.rampline.function.webhook;

import org.jspecify.annotations.NullMarked;
