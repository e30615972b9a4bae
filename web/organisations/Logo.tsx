/** A CSO's logo: the smallest kind that the browser knows, in the size that its screen shows. None with the data saver. */
import type { PictureFile } from "shared/files/contract.ts";
import type { Organisation } from "shared/organisations/contract.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";

/** Longest side on the page, in CSS pixels. */
const SHOWN = 96;

export function Logo(props: { organisation: Pick<Organisation, "name" | "logo"> }) {
  const page = usePage();
  const { logo, name } = props.organisation;
  const files = (type: PictureFile["type"]) => (logo ?? []).filter((file) => file.type === type);
  const fallback = files("image/png").at(0);
  const scale = (file: PictureFile) => Math.min(1, SHOWN / Math.max(file.width, file.height));
  const sizes = (file: PictureFile) => `${Math.round(file.width * scale(file))}px`;
  return (
    <Show when={page.saver ? undefined : fallback}>
      {(file) => (
        <picture class="logo">
          <For each={["image/avif", "image/webp"] as const}>
            {(type) => (
              <source
                type={type}
                srcset={files(type)
                  .map(({ url, width }) => `${url} ${width}w`)
                  .join(", ")}
                sizes={sizes(file())}
              />
            )}
          </For>
          <img
            src={file().url}
            width={Math.round(file().width * scale(file()))}
            height={Math.round(file().height * scale(file()))}
            alt={page.t("organisations.logo", { name })}
            loading="lazy"
            decoding="async"
          />
        </picture>
      )}
    </Show>
  );
}
