/** What a handle may be: short, of one script, readable aloud, and not taken for somebody of the staff. */

export const MIN_HANDLE_LENGTH = 3;
export const MAX_HANDLE_LENGTH = 30;

/** Marks that stand above and below a letter in Southeast Asian scripts; more of them would leave the line. */
const MOST_MARKS = 3;

/** The letters that languages of the regions are written with. Forms that are told apart by nobody are left out. */
const alphabets = {
  // With the letters of Albanian, French, Hausa, Portuguese, Turkish, Vietnamese, Yoruba … and without "ı", "ſ" and phonetic signs.
  latin:
    /[a-z\u00df-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u017e\u0199\u01a1\u01b0\u01b4\u0219\u021b\u0253\u0254\u0256\u0257\u025b\u1e00-\u1e99\u1ea0-\u1ef9]/u,
  cyrillic: /[а-яѐ-џґ]/u,
  greek: /[ά-ώ]/u,
  arabic: /[\u0621-\u063a\u0641-\u064a]/u,
  ethiopic: /[\u1200-\u135a\u1380-\u138f]/u,
  tifinagh: /[\u2d30-\u2d67]/u,
  thai: /[\u0e01-\u0e3a\u0e40-\u0e4e]/u,
  lao: /[\u0e81-\u0ece]/u,
  khmer: /[\u1780-\u17b3\u17b6-\u17d3]/u,
  myanmar: /[\u1000-\u103f\u1050-\u1059]/u,
};

/** Cyrillic and Greek words made of look-alikes alone would pass for Latin ones. */
const ofItsOwn = {
  cyrillic: /[бджзийлцчшщъыьэюяђћљњџѓќґєї]/u,
  greek: /[γδζθλξπσφψωάέήίόύώ]/u,
};

const NOBODY = [
  "staff",
  "system",
  "root",
  "support",
  "help",
  "official",
  "security",
  "postmaster",
  "webmaster",
  "abuse",
  "noreply",
  "everyone",
  "all",
  "here",
  "api",
  "anonymous",
  "anonyme",
  "removed",
  "deleted",
  "erased",
  "null",
  "undefined",
  "uncac",
  "cnucc",
  "unodc",
  "platform",
  "member",
  "members",
  "account",
  "me",
  "الكل",
  "الدعم",
];
const STAFF = [
  "admin",
  "moderator",
  "moderateur",
  "moderatrice",
  "curator",
  "steward",
  "secretariat",
  "secretary",
  "مشرف",
  "مدير",
  "مسؤول",
  "المشرف",
  "المدير",
  "المسؤول",
  "الامانة",
  "админ",
  "модератор",
];

/** Different letters that look the same on a phone, as one: "adm1n", "Аdmin", "rnoderator". */
function lookOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[0]/g, "o")
    .replace(/[1l|]/g, "i")
    .replace(/3/g, "e")
    .replace(/4/g, "a")
    .replace(/5/g, "s")
    .replace(/7/g, "t")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w");
}

const nobody = new Set(NOBODY.map(lookOf));
const staff = STAFF.map(lookOf);

export type HandleProblem = "short" | "long" | "signs" | "mixed" | "reserved";

/** Why a handle is refused, or null. Whether somebody has it already only the database knows. */
export function handleProblem(typed: string): HandleProblem | null {
  const { length } = [...typed.slice(0, MAX_HANDLE_LENGTH * 4)];
  if (length < MIN_HANDLE_LENGTH) return "short";
  if (length > MAX_HANDLE_LENGTH) return "long";
  const handle = typed.toLowerCase();
  if (typed.normalize("NFKC") !== typed || !isWellFormed(handle)) return "signs";
  const letters = [...handle].filter((sign) => !/[0-9._-]/.test(sign));
  const alphabet = Object.entries(alphabets).find(([, pattern]) =>
    letters.every((sign) => pattern.test(sign)),
  );
  if (!alphabet) return "mixed";
  const [name] = alphabet;
  if ((name === "cyrillic" || name === "greek") && !ofItsOwn[name].test(handle)) return "mixed";
  return isReserved(handle) ? "reserved" : null;
}

/** A letter first, single separators inside, no letter of an alphabet that is not ours, no tower of marks. */
function isWellFormed(handle: string): boolean {
  const isKnown = [...handle].every(
    (sign) => /[0-9._-]/.test(sign) || Object.values(alphabets).some((pattern) => pattern.test(sign)),
  );
  return (
    isKnown &&
    /^\p{L}/u.test(handle) &&
    !/[._-]{2}|[._-]$/.test(handle) &&
    !new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, "u").test(handle)
  );
}

function isReserved(handle: string): boolean {
  const whole = lookOf(handle.replace(/[._-]/g, ""));
  const parts = handle.split(/[._-]/).map(lookOf);
  return (
    nobody.has(whole) ||
    staff.some((word) => whole.startsWith(word) || whole.endsWith(word) || parts.includes(word))
  );
}
