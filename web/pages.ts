/** The explicit list of pages that the server may render. */
import type { JSX } from "solid-js";
import { CountriesPage } from "./countries/Countries.page.tsx";
import { AboutPage } from "./platform/About.page.tsx";
import { AccessibilityPage } from "./platform/Accessibility.page.tsx";
import { BoardPage } from "./platform/Board.page.tsx";
import { ErrorPage } from "./platform/Error.page.tsx";
import { HomePage } from "./platform/Home.page.tsx";
import { PrivacyPage } from "./platform/Privacy.page.tsx";
import { RegionHomePage } from "./platform/RegionHome.page.tsx";
import { RulesPage } from "./platform/Rules.page.tsx";

export const pages = {
  About: AboutPage,
  Accessibility: AccessibilityPage,
  Board: BoardPage,
  Countries: CountriesPage,
  Error: ErrorPage,
  Home: HomePage,
  Privacy: PrivacyPage,
  RegionHome: RegionHomePage,
  Rules: RulesPage,
} satisfies Record<string, (props: never) => JSX.Element>;

export type PageName = keyof typeof pages;
export type PageProps<N extends PageName> = Parameters<(typeof pages)[N]>[0];
