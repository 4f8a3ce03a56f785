/** A name people or companies gave, in whatever letters: the parts in another language than the page's say so. */
import { languageTag } from "../app/route.ts";
import { useLang } from "../app/speaking.tsx";

const latin = /[A-Za-zÀ-ɏ][\p{L}\p{M}\d.&'’+-]*(?:[ /][A-Za-zÀ-ɏ][\p{L}\p{M}\d.&'’+-]*)*/gu;
const han = /\p{sc=Han}[\p{sc=Han}、，。（）“”]*/gu;

export function Name({ children }: { readonly children: string }) {
  const lang = useLang();
  const foreign = lang === "zh" ? latin : han;
  const tag = languageTag(lang === "zh" ? "en" : "zh");
  const parts: { readonly at: number; readonly text: string; readonly isForeign: boolean }[] = [];
  let from = 0;
  for (const { 0: text, index } of children.matchAll(foreign)) {
    if (index > from) parts.push({ at: from, text: children.slice(from, index), isForeign: false });
    parts.push({ at: index, text, isForeign: true });
    from = index + text.length;
  }
  if (from < children.length) parts.push({ at: from, text: children.slice(from), isForeign: false });
  return (
    <bdi>
      {parts.map(({ at, text, isForeign }) =>
        isForeign ? (
          <span key={at} lang={tag}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
