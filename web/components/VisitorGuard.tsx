/** What a form for visitors holds beside its own fields: the challenge, its solution, and the field that stays empty. */
import { type Challenge, visitorFields } from "shared/visitors/challenge.ts";
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import ProofOfWork from "./ProofOfWork.island.tsx";

export function VisitorGuard(props: { challenge: Challenge }) {
  const page = usePage();
  const { value, id, bits } = props.challenge;
  return (
    <>
      <input type="hidden" name={visitorFields.challenge} value={value} />
      <p class="visually-hidden" aria-hidden="true">
        <label>
          {page.t("visitor.leaveEmpty")}{" "}
          <input name={visitorFields.trap} type="text" autocomplete="off" tabindex="-1" />
        </label>
      </p>
      <Island
        name="ProofOfWork"
        component={ProofOfWork}
        props={{
          id,
          bits,
          texts: { working: page.t("visitor.working"), sending: page.t("visitor.sending") },
        }}
      />
    </>
  );
}
