/** Textes français de la recherche. */
export const search = {
  "search.didYouMean": "Vouliez-vous dire :",
} as const;
