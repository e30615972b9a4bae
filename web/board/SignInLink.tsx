/** To the sign-in, and back to this page. */
import { usePage } from "../frame.ts";

export function SignInLink() {
  const page = usePage();
  return (
    <a href={page.link("sign-in", { next: `/${page.language}/${page.path}` })} rel="nofollow">
      {page.t("board.signIn")}
    </a>
  );
}
