/** Arabic texts of the search room. */
export const search = {
  "search.didYouMean": "هل المقصود:",
} as const;
