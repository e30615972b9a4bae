/** English texts of the search room. */
export const search = {
  "search.title": "Search: {region}",
  "search.lead": "Organisations, countries, news, events, resources and the board in one search.",
  "search.words": "Words to look for",
  "search.hits": { one: "{count} hit", other: "{count} hits" },
  "search.didYouMean": "Did you mean:",
  "search.someWords": "No record has all of these words. Those below have some of them.",
  "search.elsewhere": "There are hits in another region: {region}",
  "search.allKinds": "Hits of all kinds",
  "search.all.organisations": "All hits among organisations",
  "search.all.countries": "All hits among countries",
  "search.all.news": "All hits among news",
  "search.all.events": "All hits among events",
  "search.all.resources": "All hits among resources",
  "search.all.posts": "All hits on the board",
  "search.onBoard": "On the board",
  "search.nothing": "Nothing was found for these words.",
  "search.advice":
    "Search for a name, an acronym, a country, a city or a subject, with few words. Accents, capitals and the script make no difference.",
  "search.examples": "For example:",
} as const;
