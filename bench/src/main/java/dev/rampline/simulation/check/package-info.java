/** What has to hold (design §10), told from what is seen from outside alone. */
@NullMarked
package dev.rampline.simulation.check;

import org.jspecify.annotations.NullMarked;
