/** What whoever runs the task asks it: does it live, and is it ready? */
@NullMarked
package dev.rampline.subscriber.health;

import org.jspecify.annotations.NullMarked;
