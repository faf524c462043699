/** What the receiver costs in AWS ({@code docs/cost.md}). */
@NullMarked
package dev.rampline.benchmark.cost;

import org.jspecify.annotations.NullMarked;
