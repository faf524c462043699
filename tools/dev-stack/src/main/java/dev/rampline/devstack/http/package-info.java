/** Replaces API Gateway: passes HTTP requests to the webhook function's handler. */
@NullMarked
package dev.rampline.devstack.http;

import org.jspecify.annotations.NullMarked;
