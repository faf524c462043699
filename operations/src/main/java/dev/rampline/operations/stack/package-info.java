/**
 * Reads an installation on AWS: the parameters, outputs and resources of its CloudFormation stack,
 * and the clients and environment variables that follow from them.
 */
@NullMarked
package dev.rampline.operations.stack;

import org.jspecify.annotations.NullMarked;
