/** The bell in the head of every page of who is signed in; a plain link where no script runs. */
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import BellIsland from "./Bell.island.tsx";
import { countedIn } from "./live/counted.ts";

export function Bell() {
  const page = usePage();
  const { person } = page;
  if (!person) return null;
  const href = page.link("account/notifications");
  const title = page.t("bell.title");
  if (page.saver) {
    return (
      <a href={href} rel="nofollow">
        {title}
      </a>
    );
  }
  return (
    <Island
      name="Bell"
      component={BellIsland}
      props={{
        href,
        title,
        account: person.account,
        locale: page.locale,
        unread: countedIn(page, "bell.unread"),
      }}
    />
  );
}
