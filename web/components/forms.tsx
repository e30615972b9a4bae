/** Forms: fields that know their schema, keep what was typed, and say beside themselves what is wrong. */
import type { BodySchema, FieldSchema } from "shared/form.ts";
import type { Challenge } from "shared/visitors/challenge.ts";
import { createContext, For, type JSX, Show, useContext } from "solid-js";
import { usePage } from "../frame.ts";
import { VisitorGuard } from "./VisitorGuard.tsx";

/** What the server knows of a form: plain data. */
export interface FormState {
  /** Its own address, with its query. */
  action: string;
  values: Record<string, readonly string[]>;
  /** Sentences, by field. */
  problems: Record<string, string>;
  /** Tokens that it carries. */
  hidden: Record<string, string>;
  /** Of a form for visitors. */
  challenge: Challenge | null;
  multipart: boolean;
}

interface FormProps {
  form: FormState;
  /** The body's schema: its lengths and what is required are printed onto the fields. */
  schema: BodySchema;
  submit: string;
  /** Another address than the form's own. */
  action?: string;
  children: JSX.Element;
  /** Further buttons, beside the one that sends. */
  buttons?: JSX.Element;
}

interface Known extends FormState {
  schema: BodySchema;
  /** The first field with a problem gets the focus. */
  first: string | undefined;
}

const FormContext = createContext<Known>();

export function useForm(): Known {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field stands outside of a form");
  return form;
}

export function Form(props: FormProps) {
  const { form } = props;
  const [first] = Object.keys(form.problems);
  return (
    <form
      class="form"
      method="post"
      action={props.action ?? form.action}
      enctype={form.multipart ? "multipart/form-data" : undefined}
      novalidate={first === undefined ? undefined : true}
    >
      <FormContext.Provider value={{ ...form, schema: props.schema, first }}>
        <ProblemList problems={form.problems} />
        <HiddenFields values={form.hidden} />
        {props.children}
        <Show when={form.challenge}>{(challenge) => <VisitorGuard challenge={challenge()} />}</Show>
        <p class="buttons">
          <button type="submit">{props.submit}</button> {props.buttons}
        </p>
      </FormContext.Provider>
    </form>
  );
}

export function HiddenFields(props: { values: Record<string, string> }) {
  return (
    <For each={Object.entries(props.values)}>
      {([name, value]) => <input type="hidden" name={name} value={value} />}
    </For>
  );
}

/** A form of one button: to end, to withdraw, to confirm. */
export function ButtonForm(props: {
  form: Pick<FormState, "hidden">;
  action: string;
  label: string;
  values?: Record<string, string>;
  /** Beside others that matter more. */
  plain?: boolean;
}) {
  return (
    <form method="post" action={props.action}>
      <HiddenFields values={{ ...props.form.hidden, ...props.values }} />
      <button type="submit" class={props.plain ? "plain-button" : undefined}>
        {props.label}
      </button>
    </form>
  );
}

function ProblemList(props: { problems: Record<string, string> }) {
  const page = usePage();
  const problems = Object.entries(props.problems);
  return (
    <Show when={problems.length > 0}>
      <div class="notice" role="alert">
        <p>{page.t("form.problems", { count: problems.length })}</p>
        <ul>
          <For each={problems}>
            {([field, problem]) => (
              <li>
                <a href={`#${idOf(field)}`}>{problem}</a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}

const idOf = (name: string) => `f-${name.replaceAll(".", "-")}`;

/** The schema of a field by its name: `activities.0.title` is the title of an item. */
function schemaOf(root: BodySchema, name: string): { schema: FieldSchema | undefined; required: boolean } {
  let schema: FieldSchema | undefined = root;
  let required = true;
  for (const part of name.split(".")) {
    const at: { properties?: Record<string, FieldSchema>; required?: string[]; items?: FieldSchema } =
      schema ?? {};
    if (at.properties) {
      required = at.required?.includes(part) ?? false;
      schema = at.properties[part];
    } else schema = at.items;
  }
  return { schema, required };
}

interface FieldProps {
  name: string;
  label: string;
  hint?: JSX.Element;
}

interface Described {
  id: string;
  value: string;
  values: readonly string[];
  problem: string | undefined;
  /** Attributes that input, select and textarea share. */
  attributes: Record<string, string | boolean | number | undefined>;
  required: boolean;
}

/** Id, value, problem and limits of a field. */
function describe(name: string, hasHint: boolean): Described {
  const form = useForm();
  const { schema, required } = schemaOf(form.schema, name);
  const id = idOf(name);
  const problem = form.problems[name];
  const values = form.values[name] ?? [];
  const described = [hasHint ? `${id}-h` : "", problem ? `${id}-p` : ""].filter(Boolean).join(" ");
  const limits: { minLength?: number; maxLength?: number } = schema ?? {};
  return {
    id,
    values,
    value: values.at(-1) ?? "",
    problem,
    required,
    attributes: {
      id,
      name,
      required,
      maxlength: limits.maxLength,
      minlength: limits.minLength !== undefined && limits.minLength > 1 ? limits.minLength : undefined,
      "aria-describedby": described || undefined,
      "aria-invalid": problem ? "true" : undefined,
      autofocus: form.first === name,
    },
  };
}

/** Label, hint and problem around a field. */
function Labelled(props: FieldProps & { described: Described; children: JSX.Element }) {
  const page = usePage();
  const { described } = props;
  return (
    <div class="field">
      <label for={described.id}>
        {props.label} <Show when={!described.required}>{page.t("form.optional")}</Show>
      </label>
      <Hint id={described.id} hint={props.hint} problem={described.problem} />
      {props.children}
    </div>
  );
}

function Hint(props: { id: string; hint?: JSX.Element; problem: string | undefined }) {
  return (
    <>
      <Show when={props.hint}>
        <p class="muted" id={`${props.id}-h`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.problem}>
        <p class="problem" id={`${props.id}-p`}>
          {props.problem}
        </p>
      </Show>
    </>
  );
}

interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "password" | "url" | "tel" | "number";
  autocomplete?: string;
  inputmode?: "numeric" | "text" | "url" | "email" | "tel";
  /** Of what is typed, where it differs from the page's. */
  dir?: "ltr" | "auto";
  list?: readonly string[];
}

export function TextField(props: TextFieldProps) {
  const described = describe(props.name, props.hint !== undefined);
  const isLatin = props.type !== undefined && props.type !== "text";
  return (
    <Labelled {...props} described={described}>
      <input
        {...described.attributes}
        type={props.type ?? "text"}
        value={described.value}
        autocomplete={props.autocomplete ?? "off"}
        inputmode={props.inputmode}
        dir={props.dir ?? (isLatin ? "ltr" : "auto")}
        list={props.list ? `${described.id}-l` : undefined}
      />
      <Show when={props.list}>
        {(list) => (
          <datalist id={`${described.id}-l`}>
            <For each={list()}>{(value) => <option value={value} />}</For>
          </datalist>
        )}
      </Show>
    </Labelled>
  );
}

export function TextArea(props: FieldProps & { rows?: number }) {
  const described = describe(props.name, props.hint !== undefined);
  return (
    <Labelled {...props} described={described}>
      <textarea {...described.attributes} rows={props.rows ?? 5} dir="auto">
        {/* A line feed at the start of a textarea is not part of its value. */}
        {`\n${described.value}`}
      </textarea>
    </Labelled>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function Select(props: FieldProps & { options: readonly Option[] }) {
  const page = usePage();
  const described = describe(props.name, props.hint !== undefined);
  return (
    <Labelled {...props} described={described}>
      <select {...described.attributes}>
        <Show when={!props.options.some(({ value }) => value === described.value)}>
          <option value="">{page.t("form.choose")}</option>
        </Show>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === described.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </Labelled>
  );
}

interface ChoicesProps extends FieldProps {
  options: readonly Option[];
  /** Of further groups of the same name: what tells their ids apart. */
  part?: number;
}

/** One of several, or any of several, each with its label. */
function Choices(props: ChoicesProps & { type: "radio" | "checkbox" }) {
  const page = usePage();
  const described = describe(props.name, props.hint !== undefined);
  const { attributes, values } = described;
  const id = props.part === undefined ? described.id : `${described.id}-${props.part}`;
  const describedBy = attributes["aria-describedby"]?.toString().replaceAll(described.id, id);
  return (
    <fieldset class="field" aria-describedby={describedBy}>
      <legend>
        {props.label} <Show when={!described.required}>{page.t("form.optional")}</Show>
      </legend>
      <Hint id={id} hint={props.hint} problem={described.problem} />
      <For each={props.options}>
        {(option, index) => (
          <label class="choice">
            <input
              id={index() === 0 ? id : undefined}
              type={props.type}
              name={props.name}
              value={option.value}
              checked={values.includes(option.value)}
              required={props.type === "radio" && described.required}
            />{" "}
            {option.label}
          </label>
        )}
      </For>
    </fieldset>
  );
}

export function Radios(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

export function Checks(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

/** A single yes. */
export function Check(props: FieldProps) {
  const described = describe(props.name, props.hint !== undefined);
  const { required: _required, ...attributes } = described.attributes;
  const isChecked = described.value !== "" && described.value !== "false" && described.value !== "no";
  return (
    <div class="field">
      <label class="choice">
        <input {...attributes} type="checkbox" value="on" checked={isChecked} /> {props.label}
      </label>
      <Hint id={described.id} hint={props.hint} problem={described.problem} />
    </div>
  );
}

export function FileField(props: FieldProps & { accept: string }) {
  const described = describe(props.name, props.hint !== undefined);
  const { maxlength: _longest, minlength: _shortest, ...attributes } = described.attributes;
  return (
    <Labelled {...props} described={described}>
      <input {...attributes} type="file" accept={props.accept} />
    </Labelled>
  );
}

/** A value that travels with the form. */
export function HiddenField(props: { name: string; value?: string }) {
  const form = useForm();
  return (
    <input type="hidden" name={props.name} value={props.value ?? form.values[props.name]?.at(-1) ?? ""} />
  );
}

/** A button that sends the form for another purpose than its main one: the server reads its name. */
export function Button(props: { name: string; value: string; label: string; plain?: boolean }) {
  return (
    <button
      type="submit"
      name={props.name}
      value={props.value}
      class={props.plain ? "plain-button" : undefined}
      formnovalidate
    >
      {props.label}
    </button>
  );
}
