/** Local replacements for AWS: stores, the functions' handlers, and their triggers. */
@NullMarked
package dev.rampline.devstack;

import org.jspecify.annotations.NullMarked;
