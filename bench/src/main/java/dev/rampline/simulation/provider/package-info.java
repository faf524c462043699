/** The simulated provider: its orders, its tokens, its webhooks and its API. */
@NullMarked
package dev.rampline.simulation.provider;

import org.jspecify.annotations.NullMarked;
