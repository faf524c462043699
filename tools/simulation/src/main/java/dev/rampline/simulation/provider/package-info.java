/** The simulated provider: its orders, tokens, webhooks and API. */
@NullMarked
package dev.rampline.simulation.provider;

import org.jspecify.annotations.NullMarked;
