/** The function behind {@code POST /webhooks/ozzobit}: a delivery in, a fixed answer out. */
@NullMarked
package dev.rampline.function.webhook;

import org.jspecify.annotations.NullMarked;
