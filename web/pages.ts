/** The explicit list of pages that the server may render. */
import type { JSX } from "solid-js";
import { CountriesPage } from "./countries/Countries.page.tsx";
import { ErrorPage } from "./platform/Error.page.tsx";
import { HomePage } from "./platform/Home.page.tsx";
import { RegionHomePage } from "./platform/RegionHome.page.tsx";

export const pages = {
  Countries: CountriesPage,
  Error: ErrorPage,
  Home: HomePage,
  RegionHome: RegionHomePage,
} satisfies Record<string, (props: never) => JSX.Element>;

export type PageName = keyof typeof pages;
export type PageProps<N extends PageName> = Parameters<(typeof pages)[N]>[0];
