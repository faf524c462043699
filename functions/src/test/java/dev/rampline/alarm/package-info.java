/** Every alarm goes off when that happens which it is there for, and on no ordinary day. */
@NullMarked
package dev.rampline.alarm;

import org.jspecify.annotations.NullMarked;
