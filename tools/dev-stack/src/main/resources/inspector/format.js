// Formats numbers, times and untrusted text.

const NUMBER = new Intl.NumberFormat("en");
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const MINUTE = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

/** Invisible characters: controls, and marks that change the direction of text or hide it. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
/** The zero-width joiner of emoji, which is kept. */
const JOINER = "\u200d";
/** Combining marks after the first eight: a browser cannot wrap a letter, however wide its marks make it. */
const STACKED = /(\p{M}{8})\p{M}+/gu;

export const number = (value) => NUMBER.format(value);

export const counted = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

/** Untrusted text with its invisible characters escaped. */
export function visible(text) {
  return String(text).replace(STACKED, "$1…").replace(UNSEEN, (unseen) =>
    unseen === JOINER ? unseen : `\\u${unseen.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export function clock(iso) {
  const at = new Date(iso);
  return `${CLOCK.format(at)}.${String(at.getMilliseconds()).padStart(3, "0")}`;
}

/** Includes the day, unless it is today. */
export const dayAndClock = (iso) => withDay(new Date(iso), CLOCK);
export const dayAndMinute = (iso) => withDay(new Date(iso), MINUTE);

function withDay(at, time) {
  const today = at.toDateString() === new Date().toDateString();
  return today ? time.format(at) : `${DAY.format(at)}${yearOf(at)} ${time.format(at)}`;
}

function yearOf(at) {
  return at.getFullYear() === new Date().getFullYear() ? "" : ` ${at.getFullYear()}`;
}

export function age(iso, now) {
  const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} min`;
  }
  return seconds < 86400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86400)} d`;
}

/** Formats a reason such as no-key-fits as words: no key fits. */
export const spoken = (reason) => visible(reason).toLowerCase().replace(/[-_]/g, " ");

/** The id without the kind of the subject. */
export const shortSubject = (subject) => visible(subject).replace(/^(order|kyc\/customer|kyc\/partner-user|kyc\/user)\//, "");
