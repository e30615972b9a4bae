/** English texts of the search room. */
export const search = {
  "search.didYouMean": "Did you mean:",
} as const;
