/** How boards are kept: the list, the form of one, and who is in a group. */
import type { Board } from "shared/board/contract.ts";
import { BoardForm, groupBody, paces } from "shared/board/keeping.ts";
import { starters, visibilities } from "shared/board/rules.ts";
import { For, Show } from "solid-js";
import {
  ButtonForm,
  Check,
  Form,
  type FormState,
  HiddenField,
  Radios,
  Select,
  TextArea,
  TextField,
} from "../components/forms.tsx";
import { Breadcrumbs, Empty } from "../components/lists.tsx";
import { ownNames } from "../document.ts";
import { usePage } from "../frame.ts";
import { BoardMarks, boardName } from "./Boards.page.tsx";

function KeepTrail(props: { region: string; isBelow?: boolean }) {
  const page = usePage();
  const trail = [{ href: page.link(`${props.region}/board`), text: page.t("board.title") }];
  const below = [{ href: page.link(`${props.region}/board/keep`), text: page.t("board.keep") }];
  return <Breadcrumbs trail={props.isBelow ? [...trail, ...below] : trail} />;
}

export function KeepBoardsPage(props: { region: string; boards: Board[] }) {
  const page = usePage();
  const path = `${props.region}/board/keep`;
  return (
    <>
      <KeepTrail region={props.region} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("board.keeping.lead")}</p>
      <p>
        <a class="button" href={page.link(`${path}/new`)}>
          {page.t("board.keeping.new")}
        </a>
      </p>
      <ul class="plain">
        <For each={props.boards}>
          {(board) => (
            <li>
              <h2>
                <a href={page.link(`${path}/${board.slug}`)}>
                  <bdi>{boardName(page, board)}</bdi>
                </a>
              </h2>
              <p>
                <BoardMarks board={board} />{" "}
                <Show when={board.visibility === "group"}>
                  <a href={page.link(`${path}/${board.slug}/group`)}>{page.t("board.keeping.group")}</a>
                </Show>
              </p>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

interface KeepBoardProps {
  region: string;
  /** Null: a new one. */
  board: Board | null;
  mayEverywhere: boolean;
  form: FormState;
}

export function KeepBoardPage(props: KeepBoardProps) {
  const page = usePage();
  return (
    <>
      <KeepTrail region={props.region} isBelow />
      <h1>
        <bdi>{page.title}</bdi>
      </h1>
      <Show when={props.board}>
        {(board) => (
          <p>
            <a href={page.link(`${props.region}/board/keep/${board().slug}/group`)}>
              {page.t("board.keeping.group")}
            </a>
          </p>
        )}
      </Show>
      <Form form={props.form} schema={BoardForm} submit={page.t("board.keeping.save")}>
        <HiddenField name="version" />
        <For each={ownNames}>
          {({ code, name }) => (
            <>
              <TextField name={`names.${code}`} label={`${page.t("board.keeping.name")}: ${name}`} />
              <TextArea
                name={`purposes.${code}`}
                label={`${page.t("board.keeping.purpose")}: ${name}`}
                rows={2}
              />
            </>
          )}
        </For>
        <Radios
          name="visibility"
          label={page.t("board.keeping.visibility")}
          hint={props.board ? page.t("board.keeping.narrowOnly") : undefined}
          options={visibilities.map((value) => ({ value, label: page.t(`board.readers.${value}`) }))}
        />
        <Radios
          name="starters"
          label={page.t("board.keeping.starters")}
          options={starters.map((value) => ({ value, label: page.t(`board.keeping.starters.${value}`) }))}
        />
        <Select
          name="slow"
          label={page.t("board.keeping.slow")}
          hint={page.t("board.keeping.slowHint")}
          options={paces.map((value) => ({ value, label: page.t(`board.keeping.slow.${value}`) }))}
        />
        <TextField
          name="position"
          label={page.t("board.keeping.position")}
          hint={page.t("board.keeping.positionHint")}
          inputmode="numeric"
        />
        <Show when={props.mayEverywhere}>
          <Check name="everywhere" label={page.t("board.keeping.everywhere")} />
        </Show>
        <Check name="closed" label={page.t("board.keeping.closed")} />
      </Form>
    </>
  );
}

interface GroupProps {
  region: string;
  board: Board;
  members: {
    id: number;
    handle: string | null;
    organisation: { slug: string; name: string; region: string } | null;
    since: string;
  }[];
  form: FormState;
  hidden: Record<string, string>;
}

export function BoardGroupPage(props: GroupProps) {
  const page = usePage();
  const path = `${props.region}/board/keep/${props.board.slug}`;
  return (
    <>
      <KeepTrail region={props.region} isBelow />
      <h1>
        <bdi>{page.title}</bdi>
      </h1>
      <p class="lead">{page.t("board.keeping.groupLead")}</p>
      <Show when={props.board.visibility !== "group"}>
        <p class="notice">{page.t("board.keeping.noGroup")}</p>
      </Show>
      <Show when={props.members.length > 0} fallback={<Empty>{page.t("board.keeping.groupEmpty")}</Empty>}>
        <ul class="plain">
          <For each={props.members}>
            {({ id, handle, organisation }) => {
              const name = handle ?? organisation?.name ?? page.t("board.keeping.hiddenCso");
              return (
                <li>
                  <p>
                    <bdi>{name}</bdi>
                  </p>
                  <ButtonForm
                    form={props}
                    action={page.link(`${path}/remove`)}
                    values={{ member: String(id) }}
                    label={page.t("board.keeping.remove", { name })}
                    plain
                  />
                </li>
              );
            }}
          </For>
        </ul>
      </Show>
      <h2>{page.t("board.keeping.invite")}</h2>
      <Form form={props.form} schema={groupBody} submit={page.t("board.keeping.inviteButton")}>
        <TextField
          name="name"
          label={page.t("board.keeping.who")}
          hint={page.t("board.keeping.whoHint")}
          dir="ltr"
        />
      </Form>
    </>
  );
}
