// What the page shows: a running dev, or a stack on AWS.

/** The first message of the server: name, commandOptions, canSend and canLookUp. */
export let installation = { name: "", commandOptions: "", canSend: false, canLookUp: false };

export function setInstallation(hello) {
  installation = hello;
}

/** A command for the same installation, ready for a shell. */
export const command = (...words) => `./rampline ${words.map(quoted).join(" ")}${installation.commandOptions}`;

const quoted = (word) => (/^[\w/.:@~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
