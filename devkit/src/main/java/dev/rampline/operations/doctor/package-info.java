/**
 * Looks whether an installation is as it should be, here or on AWS, and says what is wrong and how
 * to mend it. It changes nothing, and tells of keys only how they look from outside.
 */
@NullMarked
package dev.rampline.operations.doctor;

import org.jspecify.annotations.NullMarked;
