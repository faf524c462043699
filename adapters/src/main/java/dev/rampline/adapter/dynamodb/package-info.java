/** The ledger on DynamoDB: one item for every subject (design §5). */
@NullMarked
package dev.rampline.adapter.dynamodb;

import org.jspecify.annotations.NullMarked;
