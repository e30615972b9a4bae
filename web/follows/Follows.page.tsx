/** What an address follows, behind the link in its letters: each can be ended, and all at once. */
import { For, Show } from "solid-js";
import { ButtonForm, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export interface FollowsProps {
  items: { id: number; name: string; path: string }[];
  form: FormState;
}

export function FollowsPage(props: FollowsProps) {
  const page = usePage();
  const { form } = props;
  return (
    <article>
      <h1>{page.title}</h1>
      <Show when={props.items.length > 0} fallback={<p>{page.t("follow.mine.none")}</p>}>
        <p>{page.t("follow.what")}</p>
        <ul class="cards">
          <For each={props.items}>
            {({ id, name, path }) => (
              <li class="card">
                <p>
                  <a href={addressOf(page.link, path)}>
                    <bdi>{name}</bdi>
                  </a>
                </p>
                <ButtonForm
                  form={form}
                  action={form.action}
                  values={{ id: String(id) }}
                  label={page.t("follow.mine.end", { name })}
                />
              </li>
            )}
          </For>
        </ul>
        <h2>{page.t("follow.mine.all")}</h2>
        <ButtonForm form={form} action={form.action} label={page.t("follow.end.submit")} />
      </Show>
    </article>
  );
}

function addressOf(link: (path: string, query?: Record<string, string>) => string, path: string): string {
  const [below = "", query] = path.split("?");
  return link(below, Object.fromEntries(new URLSearchParams(query)));
}
