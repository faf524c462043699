// Validates asyncapi.yaml with AsyncAPI's parser, its examples, and openapi.yaml with the schema of the OpenAPI Initiative:
// node validate.mjs FOLDER. Every diagnostic is a failure, also a hint.
import { Parser, fromFile } from "@asyncapi/parser";
import { validate as validateOpenApi } from "@hyperjump/json-schema/openapi-3-1";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { load } from "js-yaml";
import { readFile } from "node:fs/promises";

const folder = process.argv[2];

async function asyncApi() {
  const { document, diagnostics } = await fromFile(new Parser(), `${folder}/asyncapi.yaml`).parse();
  const faults = diagnostics.map((found) => `${found.path.join(".")}: ${found.message} (${found.code})`);
  return document ? [...faults, ...examples(document.allMessages().all())] : faults;
}

// The parser does not compare examples with their schemas.
function examples(messages) {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  return messages.flatMap((message) =>
    ["headers", "payload"].flatMap((part) => {
      const validate = ajv.compile(message[part]().json());
      return message.examples().flatMap((example) =>
        validate(example[part]())
          ? []
          : validate.errors.map((error) => `${part} of ${example.name()}: ${error.instancePath} ${error.message}`),
      );
    }),
  );
}

async function openApi() {
  const document = load(await readFile(`${folder}/openapi.yaml`, "utf8"));
  const { errors } = await validateOpenApi("https://spec.openapis.org/oas/3.1/schema-base", document, "BASIC");
  return (errors ?? []).map((error) => `${error.instanceLocation}: ${error.absoluteKeywordLocation}`);
}

for (const [file, faults] of Object.entries({ "asyncapi.yaml": await asyncApi(), "openapi.yaml": await openApi() })) {
  console.log([`${file}: ${faults.length} faults`, ...faults].join("\n  "));
  process.exitCode ||= faults.length ? 1 : 0;
}
