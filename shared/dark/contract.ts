/** Going dark: a CSO hides itself everywhere, and comes back, by one button. */
import Type from "typebox";
import { endpoint } from "../endpoint.ts";
import { RegionParam, Slug } from "../fields.ts";

export const darkBody = Type.Object({ wanted: Type.Enum(["dark", "back"]) });

export const setDark = endpoint({
  id: "setDark",
  method: "PUT",
  path: "/api/v1/regions/:region/organisations/:slug/dark",
  summary: "Hides the CSO everywhere, or shows it again as it was",
  who: "editor",
  params: Type.Object({ region: RegionParam, slug: Slug }),
  body: Type.Object({ dark: Type.Boolean() }),
  reply: Type.Object({ dark: Type.Boolean() }),
  failures: ["unauthenticated", "forbidden", "not-found", "invalid"],
});
