/** The texts of specialisations, by slug. */
import { isTextKey, type TextKey } from "../i18n/text.ts";

/** The key of a specialisation's name, or null for one that a steward added since: its own name stands then. */
export function specializationKey(slug: string): TextKey | null {
  const key = `specialization.${slug}`;
  return isTextKey(key) ? key : null;
}
