/** English texts of the page about the platform: what it is, where facts come from, what may be taken along. */
export const about = {
  "about.title": "About this platform",
  "about.lead":
    "A place to find the civil society organisations that work against corruption in a region, to follow each country’s review under the United Nations Convention against Corruption (UNCAC), and to see what is new and what comes next.",
  "about.purpose.title": "What it is, and for whom",
  "about.purpose.1":
    "Each region has its own platform: its countries with the state of their reviews, a directory of organisations, news, events, documents and partners.",
  "about.purpose.2":
    "It is made for civil society organisations, and for anyone who wants to know where a country stands: journalists, citizens, donors, officials.",
  "about.purpose.3":
    "It is built for cheap phones and slow networks. Every page works without JavaScript, and the data saver leaves out pictures and interactive parts.",
  "about.today.title": "What there is today",
  "about.today.1":
    "This platform can be read by everyone. Organisations, and experts and journalists on their own, can apply to join; a listed organisation can claim its profile and keep it itself. On the discussion board they talk with each other: in public boards everybody can read along.",
  "about.today.2":
    "The directory was compiled from public sources. As long as no one from an organisation has claimed its profile, the profile says so.",
  "about.today.3":
    "Anyone can say that a fact is wrong, follow a country, a region or a search by mail, and write to an organisation through this platform, without an account.",
  "about.facts.title": "Where the facts come from",
  "about.facts.1":
    "Facts are taken from public sources, and say from which. Behind “{source}” stand the page or record, the date that it describes or was published (“as of”), and how the fact is known.",
  "about.facts.2":
    "Some facts were read on the cited page. Others were taken from a public record, such as the United Nations Treaty Collection, and are marked “{toBeConfirmed}” until somebody has compared them with it.",
  "about.facts.3":
    "Dates are shown no more exactly than the source gives them. Summaries are in our own words; the texts of the sources remain their authors’.",
  "about.facts.4": "What no source states is shown as unknown. Nothing is guessed.",
  "about.thin.title": "Where little is known",
  "about.thin.1":
    "Much about the reviews is not published. A review of which nothing is recorded is shown as unknown; that does not mean that it has not started.",
  "about.thin.2":
    "The directory is not complete. An organisation that is missing has not been judged, and one that is listed is not thereby recommended.",
  "about.thin.3":
    "An organisation whose working languages no source gives counts as “{notStated}”; the languages of its country are not assumed. News without a date is marked as undated. Events whose exact day is not known are listed, but do not stand in the calendar files.",
  "about.thin.4":
    "Names, titles and summaries stand in the language in which they were written, mostly English. Only the platform’s own words are translated.",
  "about.names.title": "Names and boundaries",
  "about.names.boundaries":
    "The boundaries and names shown on the maps imply no opinion on the legal status of any country, territory, city or area.",
  "about.names.1":
    "English country names are the short names that the United Nations uses. In other languages they follow the Unicode Common Locale Data Repository (CLDR), except for a few that are written as the United Nations writes them.",
  "about.names.2":
    "Boundaries come from Natural Earth at a scale of 1 to 50 million, simplified; small islands have a marker. Somaliland is drawn with Somalia. Western Sahara is drawn without data.",
  "about.names.3": "Kosovo is written “{kosovo}”. It is not under review.",
  "about.data.title": "Data and feeds",
  "about.data.1":
    "Everything that is shown here can be taken along: as feeds, as calendars, as files, and through an interface for programs. No key is needed.",
  "about.feeds.title": "Feeds and calendars",
  "about.feeds.region": "Region",
  "about.feeds.news": "News",
  "about.feeds.reviews": "Reviews",
  "about.feeds.events": "Events",
  "about.feeds.board": "Board",
  "about.feeds.1":
    "News, reviews and board are Atom feeds, events an iCalendar file that a calendar can subscribe to. The feed of the board holds the newest posts of the public boards.",
  "about.files.title": "Files",
  "about.files.content": "Content",
  "about.files.files": "Files",
  "about.files.organisations": "Organisations",
  "about.files.countries": "Countries",
  "about.files.reviews": "Reviews",
  "about.files.events": "Events",
  "about.files.news": "News",
  "about.files.resources": "Resources",
  "about.files.1":
    "The files hold every public record that is served here. CSV is in UTF-8 with a line of headings; several values in one field are separated by a semicolon. A text that begins with =, +, - or @ (a telephone number, for instance) has an apostrophe before it, so that no spreadsheet takes it for a formula.",
  "about.api.title": "Interface for programs",
  "about.api.1":
    "Lists and records are also served as JSON, with the filters that the pages have. The interface is described in OpenAPI 3.1.",
  "about.api.regions": "Start here: the regions as JSON",
  "about.api.description": "Description of the interface (OpenAPI)",
  "about.api.sitemap": "All pages (sitemap)",
  "about.licences.title": "Licences",
  "about.licences.1":
    "The data may be used, changed and passed on by anyone who names this platform and the source that a record cites:",
  "about.licences.2":
    "The software is free. Anyone may run, study, share and change it; whoever lets others use a changed version over a network must offer them its source code:",
  "about.licences.3": "The map data of Natural Earth are in the public domain.",
  "about.security.title": "Reporting a weakness",
  "about.security.1":
    "Whoever finds a weakness in this platform is asked to tell those who run it what was done and what was seen, and to leave them time to repair it before others learn of it. Please do not read, change or disturb more than is needed to show it.",
  "about.contact.title": "Contact",
  "about.contact.1": "Those who run this platform can be reached here:",
  "about.contact.none": "No contact address has been published for this platform yet.",
  "about.contact.corrections":
    "Is a fact wrong? Beside each fact about a country’s review, and on each profile that nobody has claimed, a link leads to a form for saying so.",
} as const;
