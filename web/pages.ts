/** The explicit list of pages that the server may render. */
import type { JSX } from "solid-js";
import { AccountPage } from "./accounts/Account.page.tsx";
import { ChangeEmailPage, ChangeHandlePage, ChangePasswordPage } from "./accounts/Credentials.page.tsx";
import { ForgottenPage, LinkButtonPage, LinkGonePage, ResetPage } from "./accounts/Forgotten.page.tsx";
import { RecoveryCodesPage, SecondFactorOffPage, SecondFactorPage } from "./accounts/SecondFactor.page.tsx";
import { SignInPage } from "./accounts/SignIn.page.tsx";
import { SignInCodePage } from "./accounts/SignInCode.page.tsx";
import { WelcomePage } from "./accounts/Welcome.page.tsx";
import { ApplicationPage } from "./applications/Application.page.tsx";
import { ApplyPage } from "./applications/Apply.page.tsx";
import { ClaimPage } from "./applications/Claim.page.tsx";
import { DecisionPage } from "./applications/Decision.page.tsx";
import { JoinPage } from "./applications/Join.page.tsx";
import { OneButtonPage } from "./applications/OneButton.page.tsx";
import { QueuePage } from "./applications/Queue.page.tsx";
import { AuditLogPage } from "./audit/AuditLog.page.tsx";
import { BoardPage } from "./board/Board.page.tsx";
import { BoardsPage } from "./board/Boards.page.tsx";
import { DraftsPage } from "./board/drafts/Drafts.page.tsx";
import { DeletePostPage, EditPostPage } from "./board/EditPost.page.tsx";
import { BoardGroupPage, KeepBoardPage, KeepBoardsPage } from "./board/KeepBoards.page.tsx";
import { NewThreadPage } from "./board/NewThread.page.tsx";
import { PostHistoryPage } from "./board/PostHistory.page.tsx";
import { PreviewPage } from "./board/Preview.page.tsx";
import { ReplyPage } from "./board/Reply.page.tsx";
import { ThreadPage } from "./board/Thread.page.tsx";
import { ThreadAuthorsPage } from "./board/ThreadAuthors.page.tsx";
import {
  MergeThreadPage,
  MoveThreadPage,
  SplitThreadPage,
  ThreadToolsPage,
} from "./board/ThreadTools.page.tsx";
import { StillTruePage } from "./confirm/StillTrue.page.tsx";
import { ContactPage } from "./contact/Contact.page.tsx";
import { CorrectPage } from "./corrections/Correct.page.tsx";
import { CorrectChoosePage } from "./corrections/CorrectChoose.page.tsx";
import { CorrectionPage } from "./corrections/Correction.page.tsx";
import { CorrectionsPage } from "./corrections/Corrections.page.tsx";
import { CountriesPage } from "./countries/Countries.page.tsx";
import { CountryPage } from "./countries/Country.page.tsx";
import { CountryHistoryPage } from "./countries/CountryHistory.page.tsx";
import { GoDarkPage } from "./dark/GoDark.page.tsx";
import { DeskPage } from "./desk/Desk.page.tsx";
import { StopDeskMailPage } from "./desk/StopDeskMail.page.tsx";
import { EntryAnswerPage } from "./entries/Answer.page.tsx";
import { EntriesPage } from "./entries/Entries.page.tsx";
import { EntryFormPage } from "./entries/EntryForm.page.tsx";
import { EntryHistoryPage } from "./entries/EntryHistory.page.tsx";
import { ProposePage } from "./entries/Propose.page.tsx";
import { EventPage } from "./events/Event.page.tsx";
import { EventMonthPage } from "./events/EventMonth.page.tsx";
import { EventsPage } from "./events/Events.page.tsx";
import { ImportEventsPage } from "./events/ImportEvents.page.tsx";
import { FollowPage } from "./follows/Follow.page.tsx";
import { FollowConfirmPage } from "./follows/FollowConfirm.page.tsx";
import { FollowEndPage } from "./follows/FollowEnd.page.tsx";
import { FollowsPage } from "./follows/Follows.page.tsx";
import { FeedFormPage, FeedRemovePage } from "./inbox/FeedForms.page.tsx";
import { FeedsPage } from "./inbox/Feeds.page.tsx";
import { InboxPage } from "./inbox/Inbox.page.tsx";
import { ImportPage } from "./intake/Import.page.tsx";
import { ImportCheckPage } from "./intake/ImportCheck.page.tsx";
import { UnsentPage } from "./mail/Unsent.page.tsx";
import { UnsentOnePage } from "./mail/UnsentOne.page.tsx";
import {
  HandOverPage,
  InvitationPage,
  InviteMemberPage,
  LeaveOrganisationPage,
  MemberPage,
} from "./members/MemberForms.page.tsx";
import { MembersPage } from "./members/Members.page.tsx";
import { AnswerAppealPage } from "./moderation/AnswerAppeal.page.tsx";
import { BlocksPage } from "./moderation/Blocks.page.tsx";
import { DecidePage } from "./moderation/Decide.page.tsx";
import { DecisionsPage } from "./moderation/Decisions.page.tsx";
import { FlagPage } from "./moderation/Flag.page.tsx";
import { FlagsPage } from "./moderation/Flags.page.tsx";
import { OwnDecisionPage, OwnDecisionsPage } from "./moderation/OwnDecisions.page.tsx";
import { ThreadPacePage } from "./moderation/ThreadPace.page.tsx";
import { ArticlePage } from "./news/Article.page.tsx";
import { NewsPage } from "./news/News.page.tsx";
import { DirectoryPage } from "./organisations/Directory.page.tsx";
import { EditProfilePage } from "./organisations/EditProfile.page.tsx";
import { ProfilePage } from "./organisations/Profile.page.tsx";
import { ProfileHistoryPage } from "./organisations/ProfileHistory.page.tsx";
import { PartnersPage } from "./partners/Partners.page.tsx";
import { PasskeysPage } from "./passkeys/Passkeys.page.tsx";
import { DataPage } from "./personal/Data.page.tsx";
import { ErasePage } from "./personal/Erase.page.tsx";
import { AboutPage } from "./platform/About.page.tsx";
import { AccessibilityPage } from "./platform/Accessibility.page.tsx";
import { ErrorPage } from "./platform/Error.page.tsx";
import { HomePage } from "./platform/Home.page.tsx";
import { PrivacyPage } from "./platform/Privacy.page.tsx";
import { RegionHomePage } from "./platform/RegionHome.page.tsx";
import { RulesPage } from "./platform/Rules.page.tsx";
import { SessionEndedPage } from "./platform/SessionEnded.page.tsx";
import { KeepRegionPage } from "./regions/KeepRegion.page.tsx";
import { KeepRegionsPage } from "./regions/KeepRegions.page.tsx";
import { RegisterPage } from "./registrations/Register.page.tsx";
import { RegistrationConfirmPage } from "./registrations/RegistrationConfirm.page.tsx";
import { RegistrationEndPage } from "./registrations/RegistrationEnd.page.tsx";
import { RegistrationsPage } from "./registrations/Registrations.page.tsx";
import { FollowUpPage } from "./resources/FollowUp.page.tsx";
import { ParticipationPage } from "./resources/Participation.page.tsx";
import { ResourcesPage } from "./resources/Resources.page.tsx";
import { ResourceTextPage } from "./resources/ResourceText.page.tsx";
import { QuickEntryPage } from "./reviews/QuickEntry.page.tsx";
import { ReviewChangesPage } from "./reviews/ReviewChanges.page.tsx";
import { ReviewDocumentPage } from "./reviews/ReviewDocument.page.tsx";
import { ReviewFormPage } from "./reviews/ReviewForm.page.tsx";
import { ReviewImportPage } from "./reviews/ReviewImport.page.tsx";
import { ReviewsPage } from "./reviews/Reviews.page.tsx";
import { PeoplePage } from "./roles/People.page.tsx";
import { PersonRolesPage } from "./roles/PersonRoles.page.tsx";
import { StewardPage } from "./roles/Steward.page.tsx";
import { SearchPage } from "./search/Search.page.tsx";
import { OneMomentPage } from "./visitors/OneMoment.page.tsx";
import { BoardMailPage } from "./watches/BoardMail.page.tsx";
import { NotificationsPage } from "./watches/Notifications.page.tsx";
import { StopMailPage } from "./watches/StopMail.page.tsx";
import { WatchesPage } from "./watches/Watches.page.tsx";
import { DeadLinkPage } from "./webLinks/DeadLink.page.tsx";
import { DeadLinksPage } from "./webLinks/DeadLinks.page.tsx";

export const pages = {
  About: AboutPage,
  Accessibility: AccessibilityPage,
  Account: AccountPage,
  AnswerAppeal: AnswerAppealPage,
  Blocks: BlocksPage,
  DeadLink: DeadLinkPage,
  DeadLinks: DeadLinksPage,
  Decide: DecidePage,
  Decisions: DecisionsPage,
  FeedForm: FeedFormPage,
  FeedRemove: FeedRemovePage,
  Feeds: FeedsPage,
  Flag: FlagPage,
  Flags: FlagsPage,
  OwnDecision: OwnDecisionPage,
  OwnDecisions: OwnDecisionsPage,
  ThreadPace: ThreadPacePage,
  Application: ApplicationPage,
  Apply: ApplyPage,
  Article: ArticlePage,
  AuditLog: AuditLogPage,
  Board: BoardPage,
  BoardGroup: BoardGroupPage,
  Boards: BoardsPage,
  BoardMail: BoardMailPage,
  ChangeEmail: ChangeEmailPage,
  ChangeHandle: ChangeHandlePage,
  ChangePassword: ChangePasswordPage,
  Claim: ClaimPage,
  Contact: ContactPage,
  Correct: CorrectPage,
  CorrectChoose: CorrectChoosePage,
  Correction: CorrectionPage,
  Corrections: CorrectionsPage,
  Countries: CountriesPage,
  Country: CountryPage,
  CountryHistory: CountryHistoryPage,
  Decision: DecisionPage,
  DeletePost: DeletePostPage,
  Desk: DeskPage,
  Entries: EntriesPage,
  EntryAnswer: EntryAnswerPage,
  EntryForm: EntryFormPage,
  EntryHistory: EntryHistoryPage,
  Propose: ProposePage,
  Import: ImportPage,
  ImportCheck: ImportCheckPage,
  Data: DataPage,
  Directory: DirectoryPage,
  Drafts: DraftsPage,
  Erase: ErasePage,
  EditPost: EditPostPage,
  EditProfile: EditProfilePage,
  Error: ErrorPage,
  Event: EventPage,
  ImportEvents: ImportEventsPage,
  EventMonth: EventMonthPage,
  Events: EventsPage,
  Follow: FollowPage,
  FollowConfirm: FollowConfirmPage,
  FollowEnd: FollowEndPage,
  Follows: FollowsPage,
  FollowUp: FollowUpPage,
  Forgotten: ForgottenPage,
  HandOver: HandOverPage,
  GoDark: GoDarkPage,
  Home: HomePage,
  Invitation: InvitationPage,
  Inbox: InboxPage,
  InviteMember: InviteMemberPage,
  Join: JoinPage,
  KeepBoard: KeepBoardPage,
  KeepBoards: KeepBoardsPage,
  KeepRegion: KeepRegionPage,
  KeepRegions: KeepRegionsPage,
  LeaveOrganisation: LeaveOrganisationPage,
  LinkButton: LinkButtonPage,
  LinkGone: LinkGonePage,
  Member: MemberPage,
  Members: MembersPage,
  MergeThread: MergeThreadPage,
  MoveThread: MoveThreadPage,
  News: NewsPage,
  NewThread: NewThreadPage,
  Notifications: NotificationsPage,
  OneButton: OneButtonPage,
  OneMoment: OneMomentPage,
  Participation: ParticipationPage,
  Partners: PartnersPage,
  Passkeys: PasskeysPage,
  People: PeoplePage,
  PersonRoles: PersonRolesPage,
  Privacy: PrivacyPage,
  PostHistory: PostHistoryPage,
  Preview: PreviewPage,
  Profile: ProfilePage,
  QuickEntry: QuickEntryPage,
  Queue: QueuePage,
  Register: RegisterPage,
  RegistrationConfirm: RegistrationConfirmPage,
  RegistrationEnd: RegistrationEndPage,
  Registrations: RegistrationsPage,
  RecoveryCodes: RecoveryCodesPage,
  ProfileHistory: ProfileHistoryPage,
  RegionHome: RegionHomePage,
  Reply: ReplyPage,
  Reset: ResetPage,
  Resources: ResourcesPage,
  ReviewChanges: ReviewChangesPage,
  ReviewDocument: ReviewDocumentPage,
  ReviewForm: ReviewFormPage,
  ReviewImport: ReviewImportPage,
  Reviews: ReviewsPage,
  ResourceText: ResourceTextPage,
  Rules: RulesPage,
  Search: SearchPage,
  SecondFactor: SecondFactorPage,
  SecondFactorOff: SecondFactorOffPage,
  SessionEnded: SessionEndedPage,
  SignIn: SignInPage,
  SignInCode: SignInCodePage,
  SplitThread: SplitThreadPage,
  Steward: StewardPage,
  StillTrue: StillTruePage,
  Thread: ThreadPage,
  ThreadAuthors: ThreadAuthorsPage,
  ThreadTools: ThreadToolsPage,
  StopDeskMail: StopDeskMailPage,
  StopMail: StopMailPage,
  Unsent: UnsentPage,
  UnsentOne: UnsentOnePage,
  Watches: WatchesPage,
  Welcome: WelcomePage,
} satisfies Record<string, (props: never) => JSX.Element>;

export type PageName = keyof typeof pages;
export type PageProps<N extends PageName> = Parameters<(typeof pages)[N]>[0];
