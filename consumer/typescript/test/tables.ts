import { randomUUID } from "node:crypto";
import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Creates a table with one item for each subject; returns its name. */
export async function createTable(client: DynamoDBClient): Promise<string> {
  const name = `consumer-${randomUUID()}`;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "subject", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "subject", KeyType: "HASH" }],
    }),
  );
  return name;
}
