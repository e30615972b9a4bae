/** Stands on the page of signing in: the button for those who have a passkey. */
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import PasskeySignInIsland from "./PasskeySignIn.island.tsx";

/** `next`: where to go on, an address of the platform. */
export function PasskeySignIn(props: { next: string }) {
  const page = usePage();
  const texts = {
    signIn: page.t("passkeys.signIn"),
    asking: page.t("passkeys.asking"),
    cancelled: page.t("passkeys.cancelled"),
    unknown: page.t("passkeys.unknown"),
    wait: page.t("passkeys.wait"),
    failed: page.t("passkeys.failed"),
  };
  return <Island name="PasskeySignIn" component={PasskeySignInIsland} props={{ texts, next: props.next }} />;
}
