/**
 * Checks an installation on this machine or on AWS, and explains problems and remedies. The checks
 * change nothing and print no keys.
 */
@NullMarked
package dev.rampline.operations.doctor;

import org.jspecify.annotations.NullMarked;
