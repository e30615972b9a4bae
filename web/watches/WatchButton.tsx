/** How closely a person watches a thread, a board or a country: three buttons of a plain form. */
import { type WatchKind, type WatchLevel, watchLevels } from "shared/watches/rules.ts";
import { For } from "solid-js";
import { usePage } from "../frame.ts";

export interface ShownWatch {
  kind: WatchKind;
  target: string;
  level: WatchLevel;
  csrf: string;
}

export function WatchButton(props: { watch: ShownWatch; next?: string }) {
  const page = usePage();
  const { kind, target, level, csrf } = props.watch;
  const next = props.next ?? page.link(page.path);
  const values = { csrf, kind, target, next };
  return (
    <form method="post" action={page.link("account/watches")}>
      <For each={Object.entries(values)}>
        {([name, value]) => <input type="hidden" name={name} value={value} />}
      </For>
      <fieldset class="field">
        <legend>{page.t(`watch.what.${kind}`)}</legend>
        <div class="row">
          <For each={watchLevels}>
            {(one) => (
              <button
                type="submit"
                name="level"
                value={one}
                aria-pressed={one === level}
                class={one === level ? undefined : "plain-button"}
              >
                {page.t(`watch.level.${one}`)}
              </button>
            )}
          </For>
        </div>
      </fieldset>
    </form>
  );
}
