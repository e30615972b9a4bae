/** A person's own data: taken along with one button, and the way to erasing. */
import { withProof } from "shared/accounts/forms.ts";
import { ExportForm } from "shared/personal/forms.ts";
import { PresentPassword } from "../accounts/fields.tsx";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export interface DataProps {
  form: FormState;
  /** The last proof of who it is was some time ago. */
  isAsked: boolean;
}

export function DataPage(props: DataProps) {
  const page = usePage();
  return (
    <>
      <p class="breadcrumbs">
        <a href={page.link("account")}>{page.t("account.title")}</a>
      </p>
      <h1>{page.title}</h1>
      <p>{page.t("personal.lead")}</p>
      <h2>{page.t("personal.export")}</h2>
      <p>{page.t("personal.exportLead")}</p>
      <Form
        form={props.form}
        schema={withProof(ExportForm, props.isAsked)}
        submit={page.t("personal.download")}
      >
        <PresentPassword isAsked={props.isAsked} />
      </Form>
      <h2>{page.t("personal.erase")}</h2>
      <p>{page.t("personal.eraseLead")}</p>
      <p>
        <a href={page.link("account/data/erase")}>{page.t("personal.toErase")}</a>
      </p>
    </>
  );
}
