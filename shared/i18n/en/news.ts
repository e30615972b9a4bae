/** English texts of the news room. */
export const news = {
  "news.title": "News: {region}",
  "news.lead": "What others have published, told in our own words, each with a link to its source.",
  "news.count": { one: "{count} news item", other: "{count} news items" },
  "news.undated": "undated",
  "news.thin": {
    one: "{count} of these items has no date of publication in its source; it stands by the date that it describes, where there is one.",
    other:
      "{count} of these items have no date of publication in their source; they stand by the date that they describe, where there is one.",
  },
  "news.read": "Read it at {publisher}",
  "news.publisher": "Publisher",
  "news.published": "Published",
  "news.pageLanguage": "Language of the page",
  "news.descriptive": "The title is ours: it describes the page that it links to.",
  "news.ownWords": "Summary in our own words",
  "news.countries": "Countries named",
  "news.organisations": "Organisations named",
  "news.notListed": "Organisations without a link have no profile here.",
  "news.related": "More about the same countries",
  "news.all": "All news: {region}",
} as const;
