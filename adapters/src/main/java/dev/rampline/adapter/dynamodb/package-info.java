/** The ledger on DynamoDB: one item per subject ({@code docs/architecture.md#table}). */
@NullMarked
package dev.rampline.adapter.dynamodb;

import org.jspecify.annotations.NullMarked;
