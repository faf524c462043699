/** Tests of the template as deployed, and of the functions on it. */
@NullMarked
package dev.rampline.deployment;

import org.jspecify.annotations.NullMarked;
