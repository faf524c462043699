/** The keys in a secret of Secrets Manager (design §8). */
@NullMarked
package dev.rampline.adapter.secretsmanager;

import org.jspecify.annotations.NullMarked;
