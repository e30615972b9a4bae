/** The button to sign out: what was written on this device and not sent goes to the platform first. */
import { ButtonForm } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import SignOutFirst from "./SignOut.island.tsx";

export function SignOut(props: { hidden: Record<string, string>; label?: string }) {
  const page = usePage();
  const { person } = page;
  const texts = {
    sending: page.t("signOut.sending"),
    ask: page.t("signOut.ask"),
    stay: page.t("signOut.stay"),
    lose: page.t("signOut.lose"),
    cleared: page.t("signOut.cleared"),
  };
  return (
    <>
      <ButtonForm
        form={{ hidden: props.hidden }}
        action={page.link("account/sign-out")}
        label={props.label ?? page.t("account.signOut")}
      />
      {person && (
        <Island name="SignOut" component={SignOutFirst} props={{ account: person.account, texts }} />
      )}
    </>
  );
}
