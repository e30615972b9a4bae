/** All texts in en, room by room. Their keys are the keys of every language. */

import { about } from "./en/about.ts";
import { accessibility } from "./en/accessibility.ts";
import { accountLetters } from "./en/accountLetters.ts";
import { accounts } from "./en/accounts.ts";
import { applicationLetters } from "./en/applicationLetters.ts";
import { applications } from "./en/applications.ts";
import { board } from "./en/board.ts";
import { boardKeeping } from "./en/boardKeeping.ts";
import { boardMail } from "./en/boardMail.ts";
import { boardTools } from "./en/boardTools.ts";
import { compose } from "./en/compose.ts";
import { confirm } from "./en/confirm.ts";
import { contact } from "./en/contact.ts";
import { corrections } from "./en/corrections.ts";
import { countries } from "./en/countries.ts";
import { country } from "./en/country.ts";
import { countryLog } from "./en/countryLog.ts";
import { dark } from "./en/dark.ts";
import { desk } from "./en/desk.ts";
import { drafts } from "./en/drafts.ts";
import { edit } from "./en/edit.ts";
import { entries } from "./en/entries.ts";
import { eventDesk } from "./en/eventDesk.ts";
import { eventImport } from "./en/eventImport.ts";
import { events } from "./en/events.ts";
import { feeds } from "./en/feeds.ts";
import { fetching } from "./en/fetching.ts";
import { files } from "./en/files.ts";
import { filters } from "./en/filters.ts";
import { follows } from "./en/follows.ts";
import { form } from "./en/form.ts";
import { frame } from "./en/frame.ts";
import { inbox } from "./en/inbox.ts";
import { intake } from "./en/intake.ts";
import { live } from "./en/live.ts";
import { mail } from "./en/mail.ts";
import { members } from "./en/members.ts";
import { moderation } from "./en/moderation.ts";
import { news } from "./en/news.ts";
import { organisations } from "./en/organisations.ts";
import { partners } from "./en/partners.ts";
import { passkeys } from "./en/passkeys.ts";
import { personal } from "./en/personal.ts";
import { platform } from "./en/platform.ts";
import { privacy } from "./en/privacy.ts";
import { queue } from "./en/queue.ts";
import { regionKeeping } from "./en/regionKeeping.ts";
import { registrations } from "./en/registrations.ts";
import { resources } from "./en/resources.ts";
import { reviews } from "./en/reviews.ts";
import { roles } from "./en/roles.ts";
import { rules } from "./en/rules.ts";
import { search } from "./en/search.ts";
import { signIn } from "./en/signIn.ts";
import { specializations } from "./en/specializations.ts";
import { tables } from "./en/tables.ts";
import { visitors } from "./en/visitors.ts";
import { watches } from "./en/watches.ts";
import { webLinks } from "./en/webLinks.ts";
import { writing } from "./en/writing.ts";

export const en = {
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
