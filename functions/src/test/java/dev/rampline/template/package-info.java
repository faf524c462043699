/** The rules that the deployment's template keeps. */
@NullMarked
package dev.rampline.template;

import org.jspecify.annotations.NullMarked;
