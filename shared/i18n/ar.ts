/** All texts in ar, room by room. A key that is missing here is a type error. */

import { about } from "./ar/about.ts";
import { accessibility } from "./ar/accessibility.ts";
import { accountLetters } from "./ar/accountLetters.ts";
import { accounts } from "./ar/accounts.ts";
import { applicationLetters } from "./ar/applicationLetters.ts";
import { applications } from "./ar/applications.ts";
import { board } from "./ar/board.ts";
import { boardKeeping } from "./ar/boardKeeping.ts";
import { boardMail } from "./ar/boardMail.ts";
import { boardTools } from "./ar/boardTools.ts";
import { compose } from "./ar/compose.ts";
import { confirm } from "./ar/confirm.ts";
import { contact } from "./ar/contact.ts";
import { corrections } from "./ar/corrections.ts";
import { countries } from "./ar/countries.ts";
import { country } from "./ar/country.ts";
import { countryLog } from "./ar/countryLog.ts";
import { dark } from "./ar/dark.ts";
import { desk } from "./ar/desk.ts";
import { drafts } from "./ar/drafts.ts";
import { edit } from "./ar/edit.ts";
import { entries } from "./ar/entries.ts";
import { eventDesk } from "./ar/eventDesk.ts";
import { eventImport } from "./ar/eventImport.ts";
import { events } from "./ar/events.ts";
import { feeds } from "./ar/feeds.ts";
import { fetching } from "./ar/fetching.ts";
import { files } from "./ar/files.ts";
import { filters } from "./ar/filters.ts";
import { follows } from "./ar/follows.ts";
import { form } from "./ar/form.ts";
import { frame } from "./ar/frame.ts";
import { inbox } from "./ar/inbox.ts";
import { intake } from "./ar/intake.ts";
import { live } from "./ar/live.ts";
import { mail } from "./ar/mail.ts";
import { members } from "./ar/members.ts";
import { moderation } from "./ar/moderation.ts";
import { news } from "./ar/news.ts";
import { organisations } from "./ar/organisations.ts";
import { partners } from "./ar/partners.ts";
import { passkeys } from "./ar/passkeys.ts";
import { personal } from "./ar/personal.ts";
import { platform } from "./ar/platform.ts";
import { privacy } from "./ar/privacy.ts";
import { queue } from "./ar/queue.ts";
import { regionKeeping } from "./ar/regionKeeping.ts";
import { registrations } from "./ar/registrations.ts";
import { resources } from "./ar/resources.ts";
import { reviews } from "./ar/reviews.ts";
import { roles } from "./ar/roles.ts";
import { rules } from "./ar/rules.ts";
import { search } from "./ar/search.ts";
import { signIn } from "./ar/signIn.ts";
import { specializations } from "./ar/specializations.ts";
import { tables } from "./ar/tables.ts";
import { visitors } from "./ar/visitors.ts";
import { watches } from "./ar/watches.ts";
import { webLinks } from "./ar/webLinks.ts";
import { writing } from "./ar/writing.ts";
import type { Texts } from "./text.ts";

export const ar: Texts = {
  ...accountLetters,
  ...signIn,
  ...accounts,
  ...applicationLetters,
  ...applications,
  ...about,
  ...accessibility,
  ...board,
  ...boardKeeping,
  ...boardTools,
  ...boardMail,
  ...corrections,
  ...compose,
  ...confirm,
  ...contact,
  ...countries,
  ...dark,
  ...desk,
  ...members,
  ...reviews,
  ...roles,
  ...country,
  ...countryLog,
  ...drafts,
  ...edit,
  ...entries,
  ...eventDesk,
  ...eventImport,
  ...events,
  ...feeds,
  ...fetching,
  ...files,
  ...filters,
  ...follows,
  ...form,
  ...frame,
  ...intake,
  ...inbox,
  ...live,
  ...mail,
  ...moderation,
  ...news,
  ...organisations,
  ...partners,
  ...passkeys,
  ...personal,
  ...platform,
  ...privacy,
  ...queue,
  ...regionKeeping,
  ...registrations,
  ...resources,
  ...rules,
  ...search,
  ...specializations,
  ...tables,
  ...visitors,
  ...watches,
  ...webLinks,
  ...writing,
};
