/** An example consumer: a Lambda function that pays out completed orders. */
@NullMarked
package dev.rampline.consumer.example;

import org.jspecify.annotations.NullMarked;
