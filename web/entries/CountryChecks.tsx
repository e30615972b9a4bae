/** Countries to choose from: those chosen first, all others behind one tap, since a region has fifty. */
import { Show } from "solid-js";
import { Checks, type Option, useForm } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

interface CountryChecksProps {
  name: string;
  label: string;
  hint?: string;
  options: readonly Option[];
}

/** So few are seen at a glance. */
const FEW = 12;

export function CountryChecks(props: CountryChecksProps) {
  const page = usePage();
  const form = useForm();
  const chosen = new Set((form.values[props.name] ?? []).map((code) => code.toUpperCase()));
  const first = props.options.filter(({ value }) => chosen.has(value));
  const others = props.options.filter(({ value }) => !chosen.has(value));
  if (props.options.length <= FEW)
    return <Checks name={props.name} label={props.label} hint={props.hint} options={props.options} />;
  return (
    <div class="filters">
      <Checks name={props.name} label={props.label} hint={props.hint} options={first} />
      <Show when={others.length > 0}>
        <details open={form.problems[props.name] !== undefined}>
          <summary>{page.t("entries.moreCountries", { count: others.length })}</summary>
          <Checks name={props.name} label={props.label} options={others} part={1} />
        </details>
      </Show>
    </div>
  );
}
