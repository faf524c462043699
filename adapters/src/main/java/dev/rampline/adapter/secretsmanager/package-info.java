/** The keys in Secrets Manager ({@code docs/architecture.md#secrets-and-token-rotation}). */
@NullMarked
package dev.rampline.adapter.secretsmanager;

import org.jspecify.annotations.NullMarked;
