/** What the template makes of itself, and the functions upon it. */
@NullMarked
package dev.rampline.devkit.deployment;

import org.jspecify.annotations.NullMarked;
