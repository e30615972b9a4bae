/** The keys of the queue, where a script runs. */
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import DeskKeysIsland from "./DeskKeys.island.tsx";

export function DeskKeys() {
  const { t } = usePage();
  const keys = [
    ["j ↓", t("desk.keys.next")],
    ["k ↑", t("desk.keys.previous")],
    ["Enter", t("desk.keys.open")],
    ["a", t("desk.keys.take")],
    ["x", t("desk.keys.mark")],
    ["?", t("desk.keys.help")],
  ] as const;
  return (
    <Island
      name="DeskKeys"
      component={DeskKeysIsland}
      props={{ title: t("desk.keys.title"), use: t("desk.keys.use"), keys }}
    />
  );
}
