/** All texts in fr, room by room. A key that is missing here is a type error. */

import { about } from "./fr/about.ts";
import { accessibility } from "./fr/accessibility.ts";
import { accountLetters } from "./fr/accountLetters.ts";
import { accounts } from "./fr/accounts.ts";
import { applicationLetters } from "./fr/applicationLetters.ts";
import { applications } from "./fr/applications.ts";
import { board } from "./fr/board.ts";
import { boardKeeping } from "./fr/boardKeeping.ts";
import { boardMail } from "./fr/boardMail.ts";
import { boardTools } from "./fr/boardTools.ts";
import { compose } from "./fr/compose.ts";
import { confirm } from "./fr/confirm.ts";
import { contact } from "./fr/contact.ts";
import { corrections } from "./fr/corrections.ts";
import { countries } from "./fr/countries.ts";
import { country } from "./fr/country.ts";
import { countryLog } from "./fr/countryLog.ts";
import { dark } from "./fr/dark.ts";
import { desk } from "./fr/desk.ts";
import { drafts } from "./fr/drafts.ts";
import { edit } from "./fr/edit.ts";
import { entries } from "./fr/entries.ts";
import { eventDesk } from "./fr/eventDesk.ts";
import { eventImport } from "./fr/eventImport.ts";
import { events } from "./fr/events.ts";
import { feeds } from "./fr/feeds.ts";
import { fetching } from "./fr/fetching.ts";
import { files } from "./fr/files.ts";
import { filters } from "./fr/filters.ts";
import { follows } from "./fr/follows.ts";
import { form } from "./fr/form.ts";
import { frame } from "./fr/frame.ts";
import { inbox } from "./fr/inbox.ts";
import { intake } from "./fr/intake.ts";
import { live } from "./fr/live.ts";
import { mail } from "./fr/mail.ts";
import { members } from "./fr/members.ts";
import { moderation } from "./fr/moderation.ts";
import { news } from "./fr/news.ts";
import { organisations } from "./fr/organisations.ts";
import { partners } from "./fr/partners.ts";
import { passkeys } from "./fr/passkeys.ts";
import { personal } from "./fr/personal.ts";
import { platform } from "./fr/platform.ts";
import { privacy } from "./fr/privacy.ts";
import { queue } from "./fr/queue.ts";
import { regionKeeping } from "./fr/regionKeeping.ts";
import { registrations } from "./fr/registrations.ts";
import { resources } from "./fr/resources.ts";
import { reviews } from "./fr/reviews.ts";
import { roles } from "./fr/roles.ts";
import { rules } from "./fr/rules.ts";
import { search } from "./fr/search.ts";
import { signIn } from "./fr/signIn.ts";
import { specializations } from "./fr/specializations.ts";
import { tables } from "./fr/tables.ts";
import { visitors } from "./fr/visitors.ts";
import { watches } from "./fr/watches.ts";
import { webLinks } from "./fr/webLinks.ts";
import { writing } from "./fr/writing.ts";
import type { Texts } from "./text.ts";

export const fr: Texts = {
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
