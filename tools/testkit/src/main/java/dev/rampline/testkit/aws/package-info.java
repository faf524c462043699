/** Events as AWS delivers them to Lambda functions. */
@NullMarked
package dev.rampline.testkit.aws;

import org.jspecify.annotations.NullMarked;
