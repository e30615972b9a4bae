/** The explicit list of rooms: what the platform answers, in the order in which it is read. */
import type { App } from "./app.ts";
import { countryPages } from "./countries/pages.ts";
import { countryRoutes } from "./countries/routes.ts";
import { platform } from "./platform/pages.ts";
import { statements } from "./platform/statements.ts";
import { wellKnown } from "./platform/wellKnown.ts";
import { regionPages } from "./regions/pages.ts";
import { regionRoutes } from "./regions/routes.ts";

export const rooms: readonly ((app: App) => void)[] = [
  platform,
  regionRoutes,
  regionPages,
  countryRoutes,
  countryPages,
  statements,
  wellKnown,
];
