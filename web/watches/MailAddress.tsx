/** The address by which a person starts a thread in a board: theirs alone. */
import { usePage } from "../frame.ts";

export function MailAddress(props: { address: string }) {
  const page = usePage();
  return (
    <details>
      <summary>{page.t("boardMail.address.title")}</summary>
      <p>{page.t("boardMail.address.what")}</p>
      <p>
        <a href={`mailto:${encodeURIComponent(props.address).replace("%40", "@")}`}>
          <code dir="ltr">{props.address}</code>
        </a>
      </p>
    </details>
  );
}
