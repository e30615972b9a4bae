/** Languages that a form offers: those of the platform, of its regions, and others that CSOs there write and work in. */

/** ISO 639. A language that is missing is taken from the API too: this is a list to choose from, not a rule. */
export const WORKING_LANGUAGES = [
  ...["en", "fr", "ar", "es", "pt", "ru", "de", "it", "zh", "hi", "ta"],
  ...[
    "sw",
    "am",
    "om",
    "ti",
    "so",
    "ha",
    "ig",
    "yo",
    "wo",
    "ff",
    "bm",
    "ee",
    "ak",
    "ln",
    "kg",
    "lg",
    "rw",
    "rn",
    "mg",
  ],
  ...["zu", "xh", "st", "tn", "ts", "ss", "ny", "sn", "nd", "af", "ber", "kab", "lu", "kr", "tum", "bem"],
  ...["sq", "sr", "ro", "hr", "bs", "bg", "mk", "el", "sl", "tr", "cnr", "hu", "sk", "pl", "uk", "rom"],
  ...["ms", "id", "vi", "th", "km", "lo", "my", "fil", "tet", "ceb", "ilo", "jv", "su", "shn", "kac"],
] as const;
