/** English texts of the feeds. */
export const feeds = {
  "feeds.news": "News: {region}",
  "feeds.news.about": "What others have published, told in our own words, each with a link to its source.",
  "feeds.reviews": "Reviews: {region}",
  "feeds.reviews.about":
    "The reviews under the Convention, those whose record changed last first. An entry for each review tells the present status, the date that it describes and the source; a further entry for each change tells what it was before and what it is now.",
  "feeds.events": "Events: {region}",
  "feeds.board": "Discussion board: {region}",
  "feeds.board.about": "The newest posts of the public boards.",
} as const;
