/** The explicit list of rooms: what the platform answers, in the order in which it is read. */
import { accountPages } from "./accounts/pages.ts";
import { accountRoutes } from "./accounts/routes.ts";
import type { App } from "./app.ts";
import { claimPages } from "./applications/claimPages.ts";
import { applicationCleaning } from "./applications/cleaning.ts";
import { applicationDesk } from "./applications/desk.ts";
import { applicationPages } from "./applications/pages.ts";
import { auditPages } from "./audit/pages.ts";
import { boardRooms } from "./board/pages.ts";
import { postRoutes } from "./board/postRoutes.ts";
import { boardRoutes } from "./board/routes.ts";
import { confirmPages } from "./confirm/pages.ts";
import { contactPages } from "./contact/pages.ts";
import { countryForm } from "./corrections/countryForm.ts";
import { correctionDesks } from "./corrections/desk.ts";
import { organisationForm } from "./corrections/organisationForm.ts";
import { correctionRoutes } from "./corrections/routes.ts";
import { countryPages } from "./countries/pages.ts";
import { countryRoutes } from "./countries/routes.ts";
import { darkPages } from "./dark/pages.ts";
import { deskJobs } from "./desk/letters.ts";
import { deskPages } from "./desk/pages.ts";
import { deskRoutes } from "./desk/routes.ts";
import { stopDeskMail } from "./desk/stop.ts";
import { draftPages } from "./drafts/pages.ts";
import { draftRoutes } from "./drafts/routes.ts";
import { dumpRoutes } from "./dumps/routes.ts";
import { scheduledEntries } from "./entries/clock.ts";
import { entryPages } from "./entries/pages.ts";
import { entryRoutes } from "./entries/routes.ts";
import { calendarImport } from "./events/ics/pages.ts";
import { calendarRoutes } from "./events/ics/routes.ts";
import { eventPages } from "./events/pages.ts";
import { eventRoutes } from "./events/routes.ts";
import { feedRoutes } from "./feeds/routes.ts";
import { fileRoutes } from "./files/routes.ts";
import { fileCleaning } from "./files/uploads.ts";
import { followPages } from "./follows/pages.ts";
import { feedPages } from "./inbox/feedPages.ts";
import { inboxPages } from "./inbox/pages.ts";
import { feedReading } from "./inbox/reading.ts";
import { inboxRoutes } from "./inbox/routes.ts";
import { intakeFiles } from "./intake/files.ts";
import { intakePages } from "./intake/pages.ts";
import { intakeRoutes } from "./intake/routes.ts";
import { intakeWork } from "./intake/steps.ts";
import { lookupRoutes } from "./lookup/routes.ts";
import { mailPages } from "./mail/pages.ts";
import { mailQueue } from "./mail/queue.ts";
import { memberPages } from "./members/pages.ts";
import { memberRoutes } from "./members/routes.ts";
import { blockRooms } from "./moderation/blocks.ts";
import { ownDecisionPages } from "./moderation/ownPages.ts";
import { pacePages } from "./moderation/pacePages.ts";
import { moderationPages } from "./moderation/pages.ts";
import { moderationRoutes } from "./moderation/routes.ts";
import { newsPages } from "./news/pages.ts";
import { newsRoutes } from "./news/routes.ts";
import { organisationPages } from "./organisations/pages.ts";
import { organisationRoutes } from "./organisations/routes.ts";
import { partnerPages } from "./partners/pages.ts";
import { partnerRoutes } from "./partners/routes.ts";
import { passkeyPages } from "./passkeys/pages.ts";
import { passkeyRoutes } from "./passkeys/routes.ts";
import { personalPages } from "./personal/pages.ts";
import { platform } from "./platform/pages.ts";
import { statements } from "./platform/statements.ts";
import { wellKnown } from "./platform/wellKnown.ts";
import { regionKeepPages } from "./regions/keepPages.ts";
import { regionPages } from "./regions/pages.ts";
import { regionRoutes } from "./regions/routes.ts";
import { registrationDesk } from "./registrations/desk.ts";
import { registrationKeeping } from "./registrations/keeping.ts";
import { registrationPages } from "./registrations/pages.ts";
import { registrationRoutes } from "./registrations/routes.ts";
import { resourcePages } from "./resources/pages.ts";
import { resourceRoutes } from "./resources/routes.ts";
import { reviewPages } from "./reviews/pages.ts";
import { reviewRoutes } from "./reviews/routes.ts";
import { rolePages } from "./roles/pages.ts";
import { roleRoutes } from "./roles/routes.ts";
import { searchPages } from "./search/pages.ts";
import { findPosts } from "./search/posts.ts";
import { searchRoutes } from "./search/routes.ts";
import { sitemap } from "./sitemap/routes.ts";
import { watchPages } from "./watches/pages.ts";
import { telling } from "./watches/room.ts";
import { watchRoutes } from "./watches/routes.ts";
import { linkWatch } from "./webLinks/looking.ts";
import { linkPages } from "./webLinks/pages.ts";

export const rooms: readonly ((app: App) => void)[] = [
  accountRoutes,
  accountPages,
  platform,
  regionRoutes,
  regionPages,
  regionKeepPages,
  countryRoutes,
  countryPages,
  organisationRoutes,
  organisationPages,
  applicationPages,
  claimPages,
  applicationDesk,
  applicationCleaning,
  searchRoutes,
  searchPages,
  findPosts,
  statements,
  wellKnown,
  moderationRoutes,
  moderationPages,
  ownDecisionPages,
  blockRooms,
  pacePages,
  lookupRoutes,
  inboxPages,
  feedPages,
  inboxRoutes,
  feedReading,
  newsRoutes,
  newsPages,
  eventRoutes,
  eventPages,
  calendarImport,
  calendarRoutes,
  registrationRoutes,
  registrationPages,
  registrationDesk,
  registrationKeeping,
  resourceRoutes,
  resourcePages,
  partnerRoutes,
  partnerPages,
  passkeyRoutes,
  passkeyPages,
  personalPages,
  boardRoutes,
  draftRoutes,
  draftPages,
  boardRooms,
  postRoutes,
  feedRoutes,
  fileRoutes,
  fileCleaning,
  dumpRoutes,
  deskRoutes,
  deskPages,
  linkPages,
  linkWatch,
  entryRoutes,
  entryPages,
  scheduledEntries,
  deskJobs,
  stopDeskMail,
  countryForm,
  organisationForm,
  correctionDesks,
  correctionRoutes,
  reviewRoutes,
  reviewPages,
  darkPages,
  memberPages,
  memberRoutes,
  rolePages,
  roleRoutes,
  auditPages,
  sitemap,
  mailQueue,
  mailPages,
  followPages,
  watchRoutes,
  watchPages,
  telling,
  contactPages,
  confirmPages,
  intakeRoutes,
  intakePages,
  intakeFiles,
  intakeWork,
];
