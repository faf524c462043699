/** Tests of the deployment templates. */
@NullMarked
package dev.rampline.template;

import org.jspecify.annotations.NullMarked;
