/** English texts of the platform's and the regions' home pages. */
export const platform = {
  "home.title": "Civil society against corruption",
  "home.lead":
    "Find the organisations that work against corruption in your region, follow your country’s review under the United Nations Convention against Corruption, and see what comes next.",
  "home.regions": "Choose your region",
  "home.countries": { one: "{count} country", other: "{count} countries" },
  "home.organisations": { one: "{count} organisation", other: "{count} organisations" },
  "home.reviewsCompleted": {
    one: "{count} review of the second cycle completed",
    other: "{count} reviews of the second cycle completed",
  },
  "home.mapOf": "Map: {region} by status of the second review cycle",
  "regionHome.lead":
    "Where each country stands in its review, who works there, what is new and what comes next.",
  "regionHome.news": "Latest news",
  "regionHome.allNews": "All news",
  "regionHome.events": "Next events",
  "regionHome.noEvents": "No event is announced.",
  "regionHome.allEvents": "All events",
  "regionHome.organisations": "Newest profiles",
  "regionHome.allOrganisations": "The whole directory",
  "regionHome.board": "Discussion board",
  "regionHome.resources": "Documents that matter",
  "regionHome.allResources": "All resources",
} as const;
